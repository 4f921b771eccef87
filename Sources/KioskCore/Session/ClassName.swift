/// The name of a class (班级), by which a school orders: `计算机2201班`.
public struct ClassName: Hashable, Sendable, CustomStringConvertible {
    /// The name.
    public let description: String

    /// The longest name, characters.
    public static let longest = 40

    /// A name of 1 to 40 characters that can all be seen; blanks at its ends are left out.
    ///
    /// - Throws: `class.name` for anything else.
    public init(_ text: String) throws(KioskError) {
        let isBlank: (Character) -> Bool = { $0.isWhitespace }
        let name = text.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
        let isSeen = name.allSatisfy { character in
            character.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && $0.value != 0x7F && !ForeignText.isHidden($0)
            }
        }
        guard !name.isEmpty, name.count <= Self.longest, isSeen else {
            throw KioskError(.className)
        }
        description = String(name)
    }
}

/// What a class came to.
public struct ClassSummary: Hashable, Sendable {
    /// Its name.
    public var name: ClassName
    /// Portraits that stand.
    public var portraits: Int
    /// Students who will come back and have no portrait yet.
    public var setAside: Int
    /// Shots that could not be made a portrait.
    public var refused: Int
    /// When it first began; nil where portraits were put into it afterwards.
    public var began: ShotTime?
    /// When it last ended; nil while it is being taken.
    public var ended: ShotTime?

    /// A class with those counts.
    public init(
        name: ClassName, portraits: Int, setAside: Int, refused: Int, began: ShotTime?,
        ended: ShotTime?
    ) {
        (self.name, self.portraits, self.setAside) = (name, portraits, setAside)
        (self.refused, self.began, self.ended) = (refused, began, ended)
    }
}
