/// Something typed that belongs to no sitting.
public struct Entry: Hashable, Sendable {
    /// What is typed.
    public enum Kind: Hashable, Sendable {
        /// The sequence number of the portrait to be written to a disc; empty for the last.
        case exportOf
        /// The path of a picture that shows a code.
        case codeFile
        /// The name of the next class; empty for the one that was taken last.
        case className
        /// Opening hours: `09:00-11:30 14:00-17:00`.
        case hours
    }

    /// What is typed.
    public let kind: Kind
    /// The text so far.
    public internal(set) var text = ""
}

/// How typed characters are to be taken.
public enum Typing: Hashable, Sendable {
    /// Each is a key.
    case keys
    /// Letters and digits are a number's.
    case number
    /// All are text.
    case text
}

extension Booth {
    /// How typed characters are to be taken now.
    public var typing: Typing {
        switch entry?.kind {
        case .codeFile, .hours, .className: .text
        case .exportOf: .number
        case nil: sitting?.typed != nil || isFinding ? .number : .keys
        }
    }

    /// Whether what is typed is looked for.
    private var isFinding: Bool { finder != nil && finder?.picked == nil && question == nil }

    /// Whether nobody is there and nothing is asked: then the operator may open something.
    var isBetweenStudents: Bool {
        sitting == nil && question == nil && state.name != .several
    }

    mutating func beginEntry(_ kind: Entry.Kind) -> [BoothAction] {
        // The right code may come as a picture.
        let isForRefused = kind == .codeFile && question?.name == .foreignCode
        guard isBetweenStudents || isForRefused else { return [] }
        (entry, cardSeen) = (Entry(kind: kind), nil)
        return []
    }

    /// A key while something is typed that belongs to no sitting.
    mutating func press(_ key: BoothKey, for typed: Entry) -> [BoothAction] {
        switch key {
        case .character(let character): entry?.text.append(character)
        case .number(let text): entry?.text.append(text)
        case .shootOrAccept: entry?.text.append(" ")
        case .backspace: _ = entry?.text.popLast()
        case .cancel, .leave: entry = nil
        case .enter: return endEntry(typed)
        case .code(let bytes) where typed.kind == .className:
            guard let name = ClassCard.name(of: bytes) else { return [.notify(.keyNotNow)] }
            entry = nil
            return [.beginClass(name)]
        case .code: return [.notify(.keyNotNow)]
        default: break
        }
        return []
    }

    private mutating func endEntry(_ typed: Entry) -> [BoothAction] {
        entry = nil
        switch typed.kind {
        case .codeFile: return readCodes(typed.text)
        case .hours: return endHours(typed.text)
        case .className: return endClassName(typed.text)
        case .exportOf:
            let sequence = Int(typed.text)
            guard sequence != nil || typed.text.isEmpty else {
                return failed(.export, .noSuchPortrait)
            }
            return [.export(sequence)]
        }
    }

    private mutating func readCodes(_ path: String) -> [BoothAction] {
        // A scanner types into whatever is open: its text is a student's, and no path to be told of.
        guard TypedCode.bytes(of: Array(path)) == nil else { return [.notify(.keysIgnored)] }
        guard !path.isEmpty else { return [] }
        isFilePending = true
        return [.readCodes(path: path)]
    }
}
