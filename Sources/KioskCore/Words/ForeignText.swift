/// Text that somebody else wrote: a code's fields, names of files. This is its only door to screens, files and
/// terminals.
public enum ForeignText {
    /// More characters than a name, a school or a number has.
    static let most = 40
    /// More marks on one letter are no writing of anybody's.
    private static let mostMarks = 3

    /// A field of a code as it may be shown and written: no controls, line ends, invisible or direction marks, no
    /// pile of marks on a letter, one space where there was any, and cut to 40 characters.
    public static func field(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        var (marks, letters) = (0, 0)
        for scalar in text.unicodeScalars.prefix(8 * most) where letters < most {
            // What is dropped ends no letter: the marks after it stand on the same one.
            guard !isHidden(scalar) else { continue }
            marks = isMark(scalar) ? marks + 1 : 0
            guard marks <= mostMarks else { continue }
            let isSpace = scalar.properties.isWhitespace
            guard !isSpace || (kept.last.map { $0 != " " } ?? false) else { continue }
            kept.append(isSpace ? " " : scalar)
            // Jamo of any number are one character.
            letters += marks == 0 ? 1 : 0
        }
        let cut = String(String(kept).prefix(most))
        return cut.last == " " ? String(cut.dropLast()) : cut
    }

    /// Whether a scalar stands on the letter before it. Some that do are no marks by their category (U+FF9E).
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: scalar.properties.isGraphemeExtend
        }
    }

    /// Text for a terminal or a message: what would act instead of being seen stands as its number, `\u001b`, which
    /// JSON reads as what it was.
    ///
    /// - Parameter keepsLines: whether line feeds and tabs stay.
    public static func visible(_ text: String, keepsLines: Bool = true) -> String {
        let isActing = { Self.isActing($0) && !(keepsLines && ($0 == "\n" || $0 == "\t")) }
        guard text.unicodeScalars.contains(where: isActing) else { return text }
        return text.unicodeScalars.reduce(into: "") { shown, scalar in
            guard isActing(scalar) else { return shown.unicodeScalars.append(scalar) }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                shown += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
    }

    private static func isActing(_ scalar: Unicode.Scalar) -> Bool {
        // Most text is plain, and this is asked of every scalar.
        guard scalar.value < 0x20 || scalar.value > 0x7E else { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }

    /// Whether a scalar is never seen by itself.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control: !scalar.properties.isWhitespace
        case .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
