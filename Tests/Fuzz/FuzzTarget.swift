import KioskCore

/// A reader of foreign bytes, and what has to hold whatever they are.
struct FuzzTarget: Sendable {
    /// What it is called on the command line.
    let name: String
    /// Longer inputs are not made, bytes.
    var longest = 4_096
    /// Inputs to begin with, which the program's own writers made.
    let seeds: @Sendable () throws -> [[UInt8]]
    /// Reads an input. That it throws nothing but `KioskError` is in its type.
    let read: @Sendable ([UInt8]) throws(KioskError) -> Void

    /// Every target, those first that need no files.
    static let all = [
        texts, keys, [faultScript, exif, header, stream, jpeg, frame], codes, pictures, [model],
        sessions, [image, archive],
    ].flatMap(\.self)

    /// Reads an input and ends the process where something does not hold.
    func judge(_ bytes: [UInt8]) {
        do throws(KioskError) {
            try read(bytes)
        } catch {
            hold(error.code != .bug, "foreign bytes are no bug of ours: \(error)")
        }
    }
}

/// Ends the process where something is not so: that is what a fuzzer sees.
func hold(_ isSo: Bool, _ what: @autoclosure () -> String) {
    if !isSo { fatalError("does not hold: \(what())") }
}
