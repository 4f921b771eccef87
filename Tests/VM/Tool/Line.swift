import Foundation

/// Lines that leave at once: whoever reads them waits for each.
enum Line {
    static func print(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }
}
