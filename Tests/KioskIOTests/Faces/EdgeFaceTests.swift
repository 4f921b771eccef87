import KioskCore
import KioskIO
import TestSupport
import Testing

/// A second person whom the picture's edge cuts, made of pictures of people.
@Suite(.enabled(if: Corpus.isThere, Comment(rawValue: Corpus.reason)))
struct EdgeFaceTests {
    static let size = Size(width: 960, height: 540)

    static func people() throws -> [Photo] {
        try Corpus.table("portraits/faces.tsv").filter { $0["category"] == "frontal-studio" }.map {
            try PictureFile.load(Corpus.path("portraits/img/\($0["file"] ?? "")"))
                .reduced(toLongSide: 540).photo
        }
    }

    /// Somebody in the middle of a grey room, and as much of somebody else at an edge.
    static func scene(
        _ main: Photo, _ other: Photo, _ face: FaceMesh, share: Double, atLeft: Bool
    ) -> Photo {
        let cheeks = face.cheeks
        let shown = share * (cheeks.upperBound - cheeks.lowerBound)
        let offset =
            atLeft
            ? Int((shown - cheeks.upperBound).rounded())
            : size.width - Int((cheeks.lowerBound + shown).rounded())
        return Photo(size: size) { output in
            func paste(_ photo: Photo, at left: Int, _ columns: Range<Int>) {
                for row in 0..<min(size.height, photo.height) {
                    for column in columns {
                        let source = column - left
                        guard source >= 0, source < photo.width else { continue }
                        for channel in 0..<3 {
                            output[3 * (row * size.width + column) + channel] =
                                photo.pixels[3 * (row * photo.width + source) + channel]
                        }
                    }
                }
            }
            for index in 0..<3 * size.width * size.height { output[index] = 150 }
            let side = atLeft ? 0..<size.width / 4 : size.width * 3 / 4..<size.width
            paste(main, at: (size.width - main.width) / 2, 0..<size.width)
            paste(other, at: offset, side)
        }
    }

    private static func found(share: Double) throws -> (seen: Int, of: Int) {
        let finder = try FaceFinder()
        let people = try people()
        var (seen, count) = (0, 0)
        for index in people.indices {
            let other = people[(index + 1) % people.count]
            guard let face = try finder.find(in: other).first else { continue }
            for atLeft in [true, false] {
                let scene = scene(people[index], other, face, share: share, atLeft: atLeft)
                let analysis = try FaceAnalysis.of(scene, longSide: 1600, finder: finder)
                count += 1
                seen += analysis.faces.count + analysis.cutFaces >= 2 ? 1 : 0
            }
        }
        return (seen, count)
    }

    @Test(
        "of a second face a fifth is seen mostly, half always",
        arguments: [(0.2, 75), (0.35, 90), (0.5, 100)])
    func cut(share: Double, percent: Int) throws {
        let (seen, count) = try Self.found(share: share)
        print("second face, \(share) of it: seen \(seen) of \(count)")
        #expect(seen * 100 >= count * percent, "\(seen) of \(count)")
    }

    @Test("where nobody else is, nobody else is seen")
    func alone() throws {
        let finder = try FaceFinder()
        for photo in try Self.people() {
            let analysis = try FaceAnalysis.of(photo, longSide: 1600, finder: finder)
            #expect(analysis.faces.count == 1 && analysis.cutFaces == 0)
        }
    }
}
