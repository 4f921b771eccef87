import Foundation
import Synchronization

#if KIOSK_FUZZ
    import CFuzzer
#endif

/// `kiosk-fuzz`: gives foreign bytes to the program's readers.
///
///     kiosk-fuzz list                    the targets with their longest input, bytes
///     kiosk-fuzz seeds TARGET FOLDER     writes what a run begins with
///     kiosk-fuzz TARGET FILE|FOLDER…     reads inputs again; built by Tools/fuzz it is libFuzzer, with its
///                                        options
@main
enum Tool {
    private static let chosen = Mutex<FuzzTarget?>(nil)

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "list": for target in FuzzTarget.all { print(target.name, target.longest) }
        case "seeds" where arguments.count == 3:
            try writeSeeds(of: target(arguments[1]), to: arguments[2])
        case let name?: try run(target(name), Array(arguments.dropFirst()))
        case nil: give("usage: kiosk-fuzz list | seeds TARGET FOLDER | TARGET FILE|FOLDER…")
        }
    }

    private static func give(_ words: String) -> Never {
        FileHandle.standardError.write(Data((words + "\n").utf8))
        exit(64)
    }

    private static func target(_ name: String) -> FuzzTarget {
        guard let found = FuzzTarget.all.first(where: { $0.name == name }) else {
            give("no target is called \(name)")
        }
        return found
    }

    private static func writeSeeds(of target: FuzzTarget, to folder: String) throws {
        let place = URL(fileURLWithPath: folder)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for (index, seed) in try target.seeds().enumerated() {
            try Data(seed).write(to: place.appendingPathComponent("seed-\(index)"))
        }
    }

    #if KIOSK_FUZZ
        private static func run(_ target: FuzzTarget, _ arguments: [String]) throws {
            chosen.withLock { $0 = target }
            var words = ([CommandLine.arguments[0]] + arguments).map { strdup($0) } + [nil]
            var count = Int32(words.count - 1)
            words.withUnsafeMutableBufferPointer { words in
                var start = words.baseAddress
                let status = LLVMFuzzerRunDriver(&count, &start) { bytes, count in
                    Tool.read(UnsafeBufferPointer(start: bytes, count: count))
                    return 0
                }
                exit(status)
            }
        }

        private static func read(_ bytes: UnsafeBufferPointer<UInt8>) {
            chosen.withLock { $0 }?.judge(Array(bytes))
        }
    #else
        private static func run(_ target: FuzzTarget, _ arguments: [String]) throws {
            let files = try arguments.flatMap(files)
            for file in files { target.judge([UInt8](try Data(contentsOf: file))) }
            print("\(target.name): \(files.count) inputs hold")
        }

        private static func files(at path: String) throws -> [URL] {
            let place = URL(fileURLWithPath: path)
            guard place.hasDirectoryPath else { return [place] }
            return try FileManager.default.contentsOfDirectory(
                at: place, includingPropertiesForKeys: nil
            ).sorted { $0.path < $1.path }
        }
    #endif
}
