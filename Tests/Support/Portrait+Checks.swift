public import KioskCore

extension Portrait {
    /// What a check found; nil where it does not apply.
    public func check(_ name: CheckName) -> PortraitCheck? { checks.first { $0.name == name } }

    /// What a check says.
    public func verdict(of name: CheckName) -> Verdict? { check(name)?.verdict }
}
