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

    func picture(at index: Int) throws(KioskError) -> (bytes: [UInt8], layout: FrameLayout)? {
        guard index < paths.count else { return nil }
        let bytes = try FileAccess.read(paths[index], missing: .pictureMissing)
        if let layout = FrameLayout(motionJPEG: bytes) { return (bytes, layout) }
        let photo = try PictureFile.decode(bytes, name: paths[index])
        let layout = FrameLayout(
            format: .rgb, size: photo.size, stride: photo.width * 3, encoding: .jfif)
        return (photo.pixels, layout)
    }
}
