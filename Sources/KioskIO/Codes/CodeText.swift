import Foundation

/// The text in a code's bytes, for people. Nothing is decided by it.
public enum CodeText {
    /// The bytes as UTF-8 (a byte order mark left out), else as GB 18030, else as Shift-JIS; nil
    /// where they are none of these.
    ///
    /// Nearly all Shift-JIS is valid GB 18030 too, and a wrong text is worse than none: bytes that
    /// are both are Chinese unless they show kana as Japanese writes it.
    public static func decode(_ bytes: [UInt8]) -> String? {
        let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if let text = String(validating: plain, as: UTF8.self) { return text }
        let japanese = convert(plain, from: "CP932")
        if let japanese, showsKana(japanese) { return japanese }
        return convert(plain, from: "GB18030") ?? japanese
    }

    /// Whether a text has full-width kana, or at least two half-width ones with the voicing mark
    /// that belongs to them. One may be chance in a Chinese name, two are not.
    private static func showsKana(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars.map(\.value))
        if scalars.contains(where: { (0x3041...0x30FA).contains($0) }) { return true }
        let voiced = zip(scalars, scalars.dropFirst()).filter { letter, mark in
            // ﾞ after the K, S, T and H rows, ﾟ after the H row (JIS X 0201).
            (mark == 0xFF9E && ((0xFF76...0xFF84).contains(letter) || isHRow(letter)))
                || (mark == 0xFF9F && isHRow(letter))
        }
        return voiced.count >= 2
    }

    private static func isHRow(_ scalar: UInt32) -> Bool { (0xFF8A...0xFF8E).contains(scalar) }

    /// Converted by iconv(3), which refuses what is not of that encoding.
    private static func convert(_ bytes: [UInt8], from encoding: String) -> String? {
        guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1)
        else { return nil }
        defer { iconv_close(converter) }
        var output = [UInt8](repeating: 0, count: bytes.count * 4 + 4)
        var input = bytes.map { CChar(bitPattern: $0) }
        let capacity = output.count
        var left = capacity
        let isDone = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBytes { target in
                var from = source.baseAddress
                var to = target.bindMemory(to: CChar.self).baseAddress
                var length = source.count
                let status = iconv(converter, &from, &length, &to, &left)
                return status != Int.max.magnitude && length == 0
            }
        }
        guard isDone else { return nil }
        return String(validating: output[..<(capacity - left)], as: UTF8.self)
    }
}
