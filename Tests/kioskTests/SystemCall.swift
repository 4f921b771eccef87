/// One system call of a trace that strace wrote with -xx.
struct SystemCall {
    /// Its name: `pwrite64`.
    let name: String
    /// The first argument where it is a file's number.
    let file: Int32
    /// The path or bytes among its arguments.
    let bytes: [UInt8]
    /// The last number among its arguments: the offset of pwrite64, the length of ftruncate.
    let number: Int
    /// What it gave back.
    let result: Int

    /// Whether it changes what a power cut leaves.
    var changesWhatIsSafe: Bool { ["fsync", "fdatasync", "unlink", "ftruncate"].contains(name) }

    /// The calls of a trace that were carried out, in their order.
    static func all(in trace: String) -> [SystemCall] {
        var waiting: [Substring: Substring] = [:]
        return trace.split(separator: "\n").compactMap { line in
            let thread = line.prefix { $0 != " " }
            var text = line.dropFirst(thread.count).drop { $0 == " " }
            if text.hasSuffix("<unfinished ...>") {
                waiting[thread] = text.dropLast("<unfinished ...>".count)
                return nil
            }
            if text.hasPrefix("<... "), let end = text.firstRange(of: "resumed>") {
                text = Substring(
                    (waiting.removeValue(forKey: thread) ?? "") + text[end.upperBound...])
            }
            return SystemCall(text)
        }
    }

    private init?(_ text: Substring) {
        guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: "="),
            let result = Int(text[text.index(after: close)...].split(separator: " ").first ?? ""),
            result >= 0
        else { return nil }
        name = String(text[..<open])
        self.result = result
        let quoted = text.split(separator: "\"", omittingEmptySubsequences: false)
        bytes = quoted.count > 1 ? Self.unescaped(quoted[1]) : []
        let first = text[text.index(after: open)...].prefix { $0.isNumber }
        file = Int32(first) ?? -1
        let tail = (quoted.count > 2 ? quoted[2] : text)[...]
        number =
            tail.split(whereSeparator: { !$0.isNumber }).dropLast().last.flatMap { Int($0) } ?? 0
    }

    private static func unescaped(_ text: Substring) -> [UInt8] {
        func digit(_ byte: UInt8) -> UInt8 { byte < 0x3A ? byte - 0x30 : byte - 0x57 }
        let characters = Array(text.utf8)
        return stride(from: 0, to: characters.count - 3, by: 4).map {
            digit(characters[$0 + 2]) << 4 | digit(characters[$0 + 3])
        }
    }
}
