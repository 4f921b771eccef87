/// Which views of the counter there are, `screen.views`.
public enum ScreenViews: String, CaseIterable, Sendable {
    /// The student's too where there is a second display.
    case auto
    /// The operator's alone.
    case single = "operator"
    /// Both, on one display beside each other.
    case both
}

/// Which of the two views a window shows.
public enum ScreenView: Hashable, Sendable {
    case attendant, student
}

/// Which display shows which view.
public struct DisplayPlan: Hashable, Sendable {
    /// The operator's display, by its place in the list of displays.
    public var attendant: Int
    /// The student's; nil where the student has none, the operator's own where they share it.
    public var student: Int?

    /// The plan for the displays there are, the main one first.
    ///
    /// - Parameters:
    ///   - displays: their names.
    ///   - wanted: the name of the student's; where there is none of that name, the second is.
    ///   - isSwapped: whether the operator has changed the two.
    public init(
        displays: [String], _ views: ScreenViews, student wanted: String, isSwapped: Bool
    ) {
        guard displays.count > 1, views != .single else {
            (attendant, student) = (0, views == .both ? 0 : nil)
            return
        }
        let student = displays.firstIndex(of: wanted) ?? 1
        let attendant = student == 0 ? 1 : 0
        (self.attendant, self.student) =
            isSwapped ? (student, attendant) : (attendant, student)
    }
}

extension CounterScene {
    /// Whether the operator has to look or to decide; while not, a display that both look at may be the student's.
    public var isAttendantNeeded: Bool {
        let isStudents = [.waiting, .code, .posing, .shooting, .storing, .stored].contains(
            booth.state.name)
        return !isStudents || booth.question != nil || booth.entry != nil
            || booth.finder != nil || booth.preferences != nil || !booth.troubles.isEmpty
            || booth.isNumberOpen
            || !opening.isEmpty || cameras != nil
    }
}

extension Booth {
    /// Whether an ID number is being typed, or is wrong.
    fileprivate var isNumberOpen: Bool {
        sitting.map { $0.typed != nil || $0.numberFault != nil } ?? false
    }
}
