import TestSupport

/// What can happen while a student is served.
enum Incident: CaseIterable {
    /// Nothing does.
    case none
    /// Another student holds a code up while this one poses.
    case queueJumper
    /// Two students hold their codes up at once.
    case twoCodes
    /// The card reader reads this student's card and ends with CR LF.
    case reader
    /// It reads a digit wrong.
    case misread
    /// It reads the neighbour's card.
    case neighboursCard
    /// Nobody typed the number before the portrait was to be accepted.
    case noNumber
    /// The camera's plug is pulled for a while, whoever sits there.
    case cameraLost
    /// The disk is full when the portrait is accepted.
    case fullDisk
    /// The operator exports to a stick that is not there, and then to one that is.
    case stickOut
    /// Who was photographed already shows the code again.
    case again
    /// The keyboard has a visitor all the time.
    case monkey

    /// The incidents of a day, each at least once where there are students enough.
    static func day(of students: Int, _ dice: inout Dice) -> [Incident] {
        var list = (0..<students).map { allCases[$0 % allCases.count] }
        list.shuffle(using: &dice)
        return list
    }
}
