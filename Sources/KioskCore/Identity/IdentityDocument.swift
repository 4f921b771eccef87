/// The documents a student can have, told apart by the form of their numbers.
public enum IdentityDocument: String, CaseIterable, Hashable, Sendable {
    /// 居民身份证, and the residence permit of people from Hong Kong, Macao and Taiwan (areas 81, 82,
    /// 83): 18 digits after GB 11643-1999.
    case residentCard
    /// 外国人永久居留身份证 since December 2023: 18 digits that begin with 9, same check.
    case foreignerCard
    /// 外国人永久居留身份证 before: three letters and twelve digits.
    case olderForeignerCard
    /// 港澳居民来往内地通行证: H or M and eight digits.
    case homeReturnPermit
    /// 台湾居民来往大陆通行证: eight digits.
    case taiwanPermit
    /// A passport: 5 to 20 letters and digits in no fixed form.
    case passport

    /// Whether a number of the document carries a check character.
    public var hasCheck: Bool { self == .residentCard || self == .foreignerCard }
}

/// What is wrong with a number as it was typed.
public enum NumberFault: String, CaseIterable, Hashable, Sendable {
    /// No document has a number of this length or of these characters.
    case form
    /// The check character does not belong to the digits before it.
    case check
    /// The date of birth in it does not exist.
    case birthDate
}

extension IDNumber {
    /// A number with the document it is of.
    public struct Documented: Hashable, Sendable {
        /// The number in the form that the registers use today: 15 digits have become 18, the two
        /// digits that the 1999 permit counts its issues with are gone.
        public var number: IDNumber
        /// What document has such a number.
        public var document: IdentityDocument
    }

    /// The document that a typed number is of, and its number in today's form; or what is wrong.
    ///
    /// An unknown area code is not refused: areas come and go.
    public func documented() -> Result<Documented, NumberError> {
        let shape = Shape(text)
        switch shape.count {
        case 18 where shape.isDigits(0..<17) && (shape.isDigits(17..<18) || text.hasSuffix("X")):
            return checked(text.hasPrefix("9") ? .foreignerCard : .residentCard)
        case 15 where shape.isDigits(0..<15): return lengthened()
        case 15 where shape.isLetters(0..<3) && shape.isDigits(3..<15):
            return .success(Documented(number: self, document: .olderForeignerCard))
        case 9 where text.hasHM && shape.isDigits(1..<9),
            11 where text.hasHM && shape.isDigits(1..<11):
            return shortened()
        case 8 where shape.isDigits(0..<8):
            return .success(Documented(number: self, document: .taiwanPermit))
        case 5...20 where !shape.looksLikeResidentCard:
            return .success(Documented(number: self, document: .passport))
        default: return .failure(NumberError(fault: .form))
        }
    }

    private func checked(_ document: IdentityDocument) -> Result<Documented, NumberError> {
        guard hasRightCheck else { return .failure(NumberError(fault: .check)) }
        guard CivilTime.isDate(String(text.dropFirst(6).prefix(8))) else {
            return .failure(NumberError(fault: .birthDate))
        }
        return .success(Documented(number: self, document: document))
    }

    /// The 15 digits before 1999, as 18: the century put in, the check character added.
    private func lengthened() -> Result<Documented, NumberError> {
        let digits = Array((text.prefix(6) + "19" + text.dropFirst(6)).utf8)
        guard let check = Self.checkCharacter(digits),
            let number = IDNumber(String(decoding: digits + [check], as: UTF8.self))
        else { return .failure(NumberError(fault: .form)) }
        return number.checked(.residentCard)
    }

    private func shortened() -> Result<Documented, NumberError> {
        guard let number = IDNumber(String(text.prefix(9))) else {
            return .failure(NumberError(fault: .form))
        }
        return .success(Documented(number: number, document: .homeReturnPermit))
    }

    /// A number that cannot be taken.
    public struct NumberError: Error, Hashable, Sendable {
        /// Why.
        public var fault: NumberFault
    }
}

/// Where a number has digits and where letters.
private struct Shape {
    private let characters: [UInt8]

    init(_ text: String) { characters = Array(text.utf8) }

    var count: Int { characters.count }

    func isDigits(_ range: Range<Int>) -> Bool {
        range.upperBound <= count && characters[range].allSatisfy { (0x30...0x39).contains($0) }
    }

    func isLetters(_ range: Range<Int>) -> Bool {
        range.upperBound <= count && characters[range].allSatisfy { (0x41...0x5A).contains($0) }
    }

    /// Ten and more characters, all digits but for X at the end: a resident's number with a digit
    /// too few or too many, and no passport's.
    var looksLikeResidentCard: Bool {
        let marks = characters.reversed().prefix { $0 == 0x58 }.count
        return count >= 10 && isDigits(0..<count - marks)
    }
}

extension String {
    fileprivate var hasHM: Bool { hasPrefix("H") || hasPrefix("M") }
}
