import Foundation
import KioskCore
import TestSupport

/// dlib's face detector and landmarks, in a process of their own (`make bench` builds it).
final class DlibAlone {
    private static let program = Checkout.file(".build/dlib/release/dlib-alone").path
    private static let landmarks = "/usr/share/dlib/shape_predictor_68_face_landmarks.dat"

    private let process = Process()
    private let (pictures, answers) = (Pipe(), Pipe())

    /// Starts it; nil where it was not built.
    init?() throws {
        guard FileManager.default.isExecutableFile(atPath: Self.program) else { return nil }
        process.executableURL = URL(fileURLWithPath: Self.program)
        process.arguments = [Self.landmarks]
        (process.standardInput, process.standardOutput) = (pictures, answers)
        try process.run()
    }

    deinit {
        try? pictures.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// How long it takes to find the faces in a picture and their landmarks, ms.
    func milliseconds(_ gray: GrayImage) throws -> Double {
        let header = Data("\(gray.width) \(gray.height)\n".utf8)
        try pictures.fileHandleForWriting.write(contentsOf: header + Data(gray.pixels))
        var line = Data()
        while line.last != 0x0A {
            guard let byte = try answers.fileHandleForReading.read(upToCount: 1), !byte.isEmpty
            else { throw Tool(command: [Self.program]) }
            line += byte
        }
        return Double(String(decoding: line.dropLast(), as: UTF8.self)) ?? .nan
    }
}
