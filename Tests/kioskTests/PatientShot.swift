import Foundation
import TestSupport
import Testing

/// Shoots, as somebody who does not wait for the hint, until a shot is under review: a press that comes
/// too early is refused, and the next one follows then. One more would accept the shot.
///
/// - Parameter log: the counter's log up to now.
func shoot(
    of running: Running, log: () -> String, by press: () throws -> Void
) throws {
    func count(_ names: String...) -> Int {
        names.reduce(0) { $0 + log().components(separatedBy: "\"\($1)\"").count - 1 }
    }
    func refusals() -> Int { count("notReady", "shotRefused", "keysIgnored", "keyTooLate") }
    let shots = count("review")
    while count("review") == shots {
        let refused = refusals()
        try press()
        let isAnswered = running.waits { count("review") > shots || refusals() > refused }
        try #require(isAnswered, "\(log().suffix(400))")
    }
}
