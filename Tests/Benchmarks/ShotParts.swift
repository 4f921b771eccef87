import KioskCore
import KioskIO

/// What a shot is made of, each part by itself.
struct ShotParts {
    let frame: CapturedFrame
    let portrait: Portrait
    private let rounds = 9

    func run() throws {
        let codec = try JPEGCodec()
        let finder = try FaceFinder()
        let rule = portrait.rule
        var watch = Stopwatch()
        for _ in 0..<rounds {
            let photo = try watch.time("decode") { try FrameDecoder.photo(of: frame, codec: codec) }
            let picture = watch.time("crop and scale") {
                photo.cropped(to: portrait.crop, scaledTo: rule.size)
            }
            try watch.time("size window") { _ = try codec.encode(picture, into: SizeWindow(rule)) }
            watch.time("digest") { _ = SHA256.hex(picture.pixels) }
            try watch.time("damage, two frames") {
                _ = try codec.detail(of: frame.bytes, name: "")
                _ = try codec.detail(of: frame.bytes, name: "")
            }
            guard
                let mesh = try watch.time(
                    "mesh", { try finder.mesh(of: portrait.head, in: picture) })
            else { return }
            let irises = try watch.time("irises") { try finder.irises(of: mesh, in: picture) }
            measure(picture, mesh, irises, &watch)
        }
        for part in watch.names {
            print("    \(part): \(short(watch.median(part))) ms")
        }
    }

    private func measure(
        _ picture: Photo, _ mesh: FaceMesh, _ irises: (left: Point, right: Point)?,
        _ watch: inout Stopwatch
    ) {
        let head = portrait.head
        let gray = watch.time("luma") { picture.gray() }
        let background = watch.time("backdrop's model") { Background(picture, about: head) }
        watch.time("hair top") {
            if let model = background.model {
                _ = HairTop.find(in: picture, head: head, before: model)
            }
        }
        watch.time("measures") {
            _ = PreparedFace(
                picture, gray: gray, crop: (0, 0, Double(picture.width)), head: head, mesh: mesh,
                irises: irises, background: background, rule: portrait.rule)
        }
        watch.time("marks") { _ = ForeignMarks(picture, head: head, background: background) }
        watch.time("fine detail") { _ = FineDetail.share(in: gray, head) }
    }
}
