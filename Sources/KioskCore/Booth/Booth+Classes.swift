/// Classes: begun and ended by the operator alone, between two students.
extension Booth {
    /// The class that is being taken, and the one that was taken last.
    public struct Classes: Hashable, Sendable {
        /// The class that portraits belong to now; nil for none.
        public var current: ClassName?
        /// The class that was taken last, this one included.
        public var last: ClassName?

        /// Those classes.
        public init(current: ClassName? = nil, last: ClassName? = nil) {
            (self.current, self.last) = (current, last)
        }
    }

    /// Whether the name of the next class is typed, or its card waited for.
    var isClassAwaited: Bool { entry?.kind == .className }

    /// Ends the class: portraits belong to none from now on.
    mutating func endClass() -> [BoothAction] {
        guard isBetweenStudents else { return [] }
        return classes.current == nil ? [.notify(.noClass)] : [.endClass]
    }

    /// What was typed as the next class: a name, a card's text that a scanner typed, or nothing, which goes on with the
    /// class that was taken last: what was ended or begun by mistake is undone so.
    mutating func endClassName(_ text: String) -> [BoothAction] {
        guard !text.isEmpty else {
            guard let last = classes.last, classes.current == nil else { return [] }
            return [.beginClass(last)]
        }
        let card = ClassCard.name(of: Array(text.utf8))
        // A card reader or a scanner types into whatever is open: a person's number or code is no class's name.
        guard card != nil || !Self.isPersons(text) else { return [.notify(.keysIgnored)] }
        guard let name = card ?? (try? ClassName(text)) else {
            entry = Entry(kind: .className, text: text)
            return [.notify(.classWrong)]
        }
        return [.beginClass(name)]
    }

    /// Whether a text is an ID number, or a code as scanners type it.
    private static func isPersons(_ text: String) -> Bool {
        IDNumber(text.filter { !$0.isWhitespace }) != nil || TypedCode.bytes(of: Array(text)) != nil
    }

    /// Looks for a class card alone: a student who is early waits. Two looks have to read the same.
    mutating func lookForCard(_ codes: [CaptureCode]) -> [BoothAction] {
        let cards = codes.filter(ClassCard.isCard)
        guard let card = cards.first, cards.count == 1 else {
            cardSeen = nil
            return []
        }
        guard cardSeen == card.bytes else {
            cardSeen = card.bytes
            return []
        }
        (cardSeen, entry) = (nil, nil)
        guard let name = ClassCard.name(of: card.canonical) else { return [.notify(.classWrong)] }
        return [.beginClass(name)]
    }
}
