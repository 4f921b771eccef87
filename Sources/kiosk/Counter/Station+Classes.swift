import KioskCore
import KioskIO

extension Station {
    /// Begins a class, and says what the one before came to.
    mutating func beginClass(
        _ name: ClassName, at time: FrameTime, _ operating: inout some Operating
    ) throws(KioskError) {
        try store.beginClass(name, at: WallClock.now())
        // What is stored now is of it, whatever else can be read.
        step(.classes(Booth.Classes(current: name, last: name)), at: time, &operating)
        try showClasses(at: time, &operating)
        tell(.classBegun(name), at: time, &operating)
    }

    /// Ends the class, and says what it came to.
    mutating func endClass(at time: FrameTime, _ operating: inout some Operating)
        throws(KioskError)
    {
        let summary = try store.endClass(at: WallClock.now())
        step(.classes(Booth.Classes(current: nil, last: booth.classes.last)), at: time, &operating)
        try showClasses(at: time, &operating)
        tell(summary.map { .classEnded($0) } ?? .noClass, at: time, &operating)
    }

    /// Tells the booth which classes there are.
    mutating func showClasses(at time: FrameTime, _ operating: inout some Operating)
        throws(KioskError)
    {
        let classes = Booth.Classes(
            current: try store.currentClass(), last: try store.lastClass())
        countAgain()
        step(.succeeded(.changeClass), at: time, &operating)
        step(.classes(classes), at: time, &operating)
    }
}
