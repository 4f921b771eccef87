import KioskCore

/// The JPEG and PNG files of a folder, in the order of their names.
struct PictureFolder: Recording {
    private let paths: [String]

    init(_ folder: String) throws(KioskError) {
        let names = try FileAccess.names(in: folder)
        paths = names.filter(Self.isPicture).map { "\(folder)/\($0)" }
        guard !paths.isEmpty else { throw KioskError(.pictureFolderEmpty, folder) }
    }

    private static func isPicture(_ name: String) -> Bool {
        let ending = name.split(separator: ".").last?.lowercased()
        return ending == "jpg" || ending == "jpeg" || ending == "png"
    }

    func withPicture<Result>(
        at index: Int,
        _ body: (UnsafeRawBufferPointer, FrameLayout) throws(KioskError) -> Result
    ) throws(KioskError) -> Result? {
        guard index < paths.count else { return nil }
        let bytes = try PictureFile.read(paths[index])
        if let layout = bytes.withUnsafeBytes({ FrameLayout(motionJPEG: $0) }) {
            return try Self.lend(bytes, layout, body)
        }
        let photo = try PictureFile.decode(bytes, name: paths[index])
        let layout = FrameLayout(
            format: .rgb, size: photo.size, stride: photo.width * 3, encoding: .jfif)
        return try Self.lend(photo.pixels, layout, body)
    }

    private static func lend<Result>(
        _ bytes: [UInt8], _ layout: FrameLayout,
        _ body: (UnsafeRawBufferPointer, FrameLayout) throws(KioskError) -> Result
    ) throws(KioskError) -> Result {
        try bytes.withUnsafeBufferPointer { bytes throws(KioskError) in
            try body(UnsafeRawBufferPointer(bytes), layout)
        }
    }
}
