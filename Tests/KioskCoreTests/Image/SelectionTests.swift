import TestSupport
import Testing

@testable import KioskCore

struct SelectionTests {
    @Test("a place's number is what sorting puts there, equal numbers among them")
    func places() {
        var dice = Dice(5)
        for count in [1, 2, 3, 10, 101, 500] {
            let numbers = (0..<count).map { _ in Double(Int.random(in: 0..<60, using: &dice)) }
            let sorted = numbers.sorted()
            for place in stride(from: 0, to: count, by: max(1, count / 17)) {
                #expect(numbers.smallest(at: place) == sorted[place])
            }
        }
    }
}
