import ArgumentParser
import KioskCore
import KioskIO

/// `kiosk-lab frames DEVICE`: what the counter's own `Camera` lends, a line a frame.
///
///     open MJPG 640x480 stride=0
///     frame 4 t=12.345678 bytes=31415 sha256=0123456789abcdef picture=640x480
///     error camera.gone /dev/video0: No such device
struct FramesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frames", abstract: "Prints a line for each frame of a camera.")

    @Argument var device: String
    @Option(help: ArgumentHelp("Columns and rows.", valueName: "WxH")) var size: String?
    @Option(help: ArgumentHelp("The pixel format to ask for.", valueName: "fourcc"))
    var format: String?
    @Option(help: "Frames a second to ask for; 0 leaves it to the driver.") var fps = 0
    @Option(help: "Frames to print.") var count = 30
    @Flag(help: "Makes a picture of each frame and says its size, or the code of what is wrong.")
    var decode = false
    @Option(help: ArgumentHelp("Keeps the last frame's bytes.", valueName: "file"))
    var save: String?

    func run() throws {
        do throws(KioskError) {
            try printFrames()
        } catch {
            Line.print("error \(error.code.rawValue) \(error.subject): \(error.detail)")
            throw ExitCode(error.exitStatus)
        }
    }

    private func printFrames() throws(KioskError) {
        // Any size will do here: no portrait is made of these frames.
        var camera = try Camera(path: device, request, portrait: Size(width: 1, height: 1))
        if let layout = camera.layout {
            Line.print("open \(layout.format) \(layout.size) stride=\(layout.stride)")
        }
        let codec = try JPEGCodec()
        var last: CapturedFrame?
        for _ in 0..<count {
            try Interruption.check()
            last = try camera.withNextFrame { $0.captured() }
            if let last { Line.print(Self.line(last) + (decode ? Self.picture(last, codec) : "")) }
        }
        guard let save, let last else { return }
        try FileAccess.write(last.bytes, to: save, replacing: true)
    }

    private var request: CameraRequest {
        var request = CameraRequest()
        let size = size.flatMap { Size(parsing: $0) }
        (request.width, request.height) = (size?.width ?? 0, size?.height ?? 0)
        (request.fps, request.format) = (fps, format.flatMap { FourCC(parsing: $0) })
        return request
    }

    private static func line(_ frame: CapturedFrame) -> String {
        let sum = SHA256.hex(frame.bytes).prefix(16)
        return "frame \(frame.sequence) t=\(frame.time.seconds) bytes=\(frame.bytes.count)"
            + " sha256=\(sum)"
    }

    private static func picture(_ frame: CapturedFrame, _ codec: borrowing JPEGCodec) -> String {
        do throws(KioskError) {
            return " picture=\(try FrameDecoder.photo(of: frame, codec: codec).size)"
        } catch {
            return " picture=\(error.code.rawValue)"
        }
    }
}
