import CQREncode

@testable import KioskCore
@testable import KioskIO
@testable import StudioKit

/// Pictures in which a code may be, and codes in which anything may be.
extension FuzzTarget {
    static let codes = [code, ladder, segments]

    /// A small picture: its first two bytes are columns, the others luma. Looked at as a file and as a row of frames.
    private static let code = FuzzTarget(name: "code", longest: 16_384) {
        try codePictures()
    } read: { bytes throws(KioskError) in
        guard let image = codePicture(bytes, most: 200) else { return }
        let reader = try CodeReader()
        check(reader.read(image))
        var rota = CodeRota()
        for _ in 0..<4 {
            check(image.pixels.withUnsafeBufferPointer { reader.look(luma: $0, image.size, &rota) })
        }
        for mark in FinderPatterns.find(in: image) { hold(mark.module > 0, "a mark has a size") }
        var (phones, sights) = (PhoneWatch(), CodeSightWatch())
        for second in 0..<2 {
            let time = FrameTime(seconds: Double(second))
            _ = sights.see(
                CodeReading(), phones.phones(in: image, at: time), in: image, at: time)
        }
    }

    /// The same through the whole ladder, in fewer pixels.
    private static let ladder = FuzzTarget(name: "ladder", longest: 2_500) {
        try codePictures().filter { $0.count < 2_500 }
    } read: { bytes throws(KioskError) in
        guard let image = codePicture(bytes, most: 50) else { return }
        check(try CodeReader().readThoroughly(image))
    }

    /// What a code says of its content: the first byte is the level, then segments of mode, length and bytes. What is
    /// read is what was coded, or nothing.
    private static let segments = FuzzTarget(name: "segments", longest: 700) {
        let name: [UInt8] = [2, 6] + Array("张三".utf8)
        let kanji: [UInt8] = [0x93, 0x5F, 0x8A, 0xBF]
        let letters: [UInt8] = [1, 5] + Array("AB%-C".utf8)
        return [
            [0] + name + [0, 3] + Array("123".utf8), [1, 4, 26] + name, [2, 3, 4] + kanji,
            [3, 4, 20, 2, 4] + kanji + letters, [0, 5, 0] + letters, [0, 6, 17] + name,
        ]
    } read: { bytes throws(KioskError) in
        guard let (matrix, content) = coded(bytes) else { return }
        let reading = try CodeReader().read(picture(of: matrix, module: 3))
        check(reading)
        for code in reading.codes {
            hold(code.bytes == content, "read \(code.bytes), coded \(content)")
        }
    }

    private static func check(_ reading: CodeReading) {
        hold(!reading.isContradicted || reading.codes.isEmpty, "a contradiction is no reading")
        for code in reading.codes {
            _ = (code.fields, CodeText.decode(code.bytes), ForeignCodes().kind(of: code))
        }
    }

    private static func codePicture(_ bytes: [UInt8], most: Int) -> GrayImage? {
        guard bytes.count > 2 else { return nil }
        let width = max(1, min(most, Int(bytes[0])))
        let height = min(most, (bytes.count - 2) / width)
        let luma = Array(bytes[2..<2 + width * height])
        return GrayImage(size: Size(width: width, height: height), pixels: luma)
    }

    /// Codes of two students in modules of two pixels, a small one, and a blank wall.
    private static func codePictures() throws -> [[UInt8]] {
        let drawn = (0..<2).compactMap { index in
            QRMatrix(Student(seed: 3, index: index).code, level: QR_ECLEVEL_L)
                .map { picture(of: $0, module: 2) }
        }
        let small = QRMatrix(Array("a".utf8), level: QR_ECLEVEL_L)
            .map { picture(of: $0, module: 1) }
        return (drawn + [small].compactMap(\.self)).map { [UInt8($0.width), 0] + $0.pixels }
            + [[32, 0] + [UInt8](repeating: 200, count: 32 * 20)]
    }

    private static func picture(of code: QRMatrix, module: Int) -> GrayImage {
        let side = module * (code.side + 8)
        return GrayImage(size: Size(width: side, height: side)) { pixels in
            for place in 0..<side * side {
                let isDark = code.isDark(place % side / module - 4, place / side / module - 4)
                pixels[place] = isDark ? 20 : 235
            }
        }
    }

    /// A code of segments, and the text that it has by ISO/IEC 18004; nil where libqrencode makes none of it.
    private static func coded(_ bytes: [UInt8]) -> (matrix: QRMatrix, content: [UInt8])? {
        guard let first = bytes.first,
            let input = QRinput_new2(0, QRecLevel(rawValue: UInt32(first % 4)))
        else { return nil }
        defer { QRinput_free(input) }
        var text = SegmentText()
        var hasEncoding = false
        var rest = bytes.dropFirst()
        while let kind = rest.popFirst(), let value = rest.popFirst() {
            let data = Array(rest.prefix(Int(value)))
            let isDone: Bool
            switch kind % 7 {
            case 4:
                // zbar 0.23 loses a converter of iconv's at each further one.
                isDone = !hasEncoding && QRinput_appendECIheader(input, UInt32(value)) == 0
                hasEncoding = true
            case 5: isDone = QRinput_setFNC1First(input) == 0 && text.markFirst()
            case 6: isDone = QRinput_setFNC1Second(input, value) == 0 && text.markSecond(value)
            default:
                let mode = QRencodeMode(rawValue: Int32(kind % 7))
                // libqrencode takes pairs that no Shift-JIS is.
                let isText = mode != QR_MODE_KANJI || isShiftJIS(data)
                isDone = isText && QRinput_append(input, mode, Int32(data.count), data) == 0
                text.segments.append((mode == QR_MODE_AN, data))
                rest = rest.dropFirst(data.count)
            }
            guard isDone else { return nil }
        }
        guard text.segments.contains(where: { !$0.data.isEmpty }),
            let code = QRcode_encodeInput(input)
        else { return nil }
        defer { QRcode_free(code) }
        return (QRMatrix(code), text.bytes)
    }
}

/// Whether bytes are pairs of Shift-JIS as kanji mode has them (7.4.6).
private func isShiftJIS(_ bytes: [UInt8]) -> Bool {
    zip(bytes.indices, bytes).allSatisfy { index, byte in
        index % 2 == 0
            ? (0x81...0x9F).contains(byte) || (0xE0...0xEB).contains(byte)
            : (0x40...0xFC).contains(byte) && byte != 0x7F
    }
}

/// What a reader has to make of segments.
private struct SegmentText {
    /// Whether each is of letters, and its characters.
    var segments: [(isLetters: Bool, data: [UInt8])] = []
    private var (isMarked, indicator): (Bool, [UInt8]) = (false, [])

    /// GS1: in letters `%` is a separator, and `%%` is `%` (7.4.8.2).
    mutating func markFirst() -> Bool {
        guard !isMarked else { return false }
        isMarked = true
        return true
    }

    /// An application's own form: its indicator, two digits or a letter, stands before the text (7.4.8.3).
    mutating func markSecond(_ value: UInt8) -> Bool {
        guard !isMarked else { return false }
        switch value {
        case 0..<100: indicator = [0x30 + value / 10, 0x30 + value % 10]
        case 165...190, 197...222: indicator = [value - 100]
        default: return false
        }
        isMarked = true
        return true
    }

    var bytes: [UInt8] {
        indicator
            + segments.flatMap { isMarked && $0.isLetters ? Self.separated($0.data) : $0.data }
    }

    private static func separated(_ letters: [UInt8]) -> [UInt8] {
        var (text, rest) = ([UInt8](), letters[...])
        while let next = rest.popFirst() {
            let isPair = next == UInt8(ascii: "%") && rest.first == next
            if isPair { rest.removeFirst() }
            text.append(next == UInt8(ascii: "%") && !isPair ? 0x1D : next)
        }
        return text
    }
}
