public import KioskCore

/// The outputs of a hand-over.
public struct HandOverOutputs: Sendable {
    /// Where they stand, in order.
    public let paths: [String]
    /// What was there before under the names of further volumes, as of an earlier hand-over that had more of them.
    public var earlier: [String] = []
    /// Whether the medium keeps no permissions, so that whoever holds it can read it.
    public let isOpenToAll: Bool
}

/// Writes hand-overs: each is read back and compared, and all of it has its name or nothing.
public struct HandOverWriter<Source: HandOverSource> {
    private let medium: Medium
    private let source: Source
    private let isReplacing: Bool
    private let report: HandOverProgress.Report

    /// A writer.
    ///
    /// - Parameters:
    ///   - source: where the bytes come from.
    ///   - replacing: whether what stands at a path is replaced.
    ///   - report: is told how far it has come; what it throws ends the work.
    public init(
        on medium: Medium, from source: Source, replacing: Bool = false,
        report: @escaping HandOverProgress.Report = { _ throws(KioskError) in }
    ) {
        (self.medium, self.source, isReplacing) = (medium, source, replacing)
        self.report = report
    }

    /// Writes the volumes of a hand-over, one output each: `out.iso`, or of several `out-1.iso`, `out-2.iso`. They get
    /// their names once all are written and compared: on any error nothing of them is left.
    ///
    /// - Throws: `file.exists`, `output.exists`, `file.foreign`, `file.permission`, `file.create`, `disk.full`, `disc.write`,
    ///   `disc.mismatch`, `stopped.*`, or what the source and `report` throw.
    @discardableResult
    public func write(_ volumes: [HandOverPlan], to path: String)
        throws(KioskError) -> HandOverOutputs
    {
        let paths = volumes.indices.map { volumes.count > 1 ? numbered(path, $0 + 1) : path }
        let shares = HandOverShare.all(volumes.map(\.byteCount))
        var outputs: [any WholeOutput] = []
        for (index, plan) in volumes.enumerated() {
            outputs.append(try write(plan, to: paths[index], shares[index]))
        }
        try Self.appear(outputs)
        return HandOverOutputs(
            paths: paths, earlier: isReplacing ? earlier(than: volumes.count, path) : [],
            isOpenToAll: outputs.contains { $0.isOpenToAll })
    }

    /// Gives all of them their names, or none.
    private static func appear(_ outputs: [any WholeOutput]) throws(KioskError) {
        for (index, output) in outputs.enumerated() {
            do throws(KioskError) {
                try output.appear()
            } catch {
                for earlier in outputs[..<index] { earlier.withdraw() }
                throw error
            }
        }
    }

    /// Writes so many plans as outputs of their own, all in a new folder that appears when every one is there.
    ///
    /// - Parameter plan: a plan by its place, and the name of its output, which no other has.
    /// - Throws: as `write`.
    public func writeEach(
        _ count: Int, to path: String,
        plan: (Int) throws(KioskError) -> (name: String, plan: HandOverPlan)
    ) throws(KioskError) -> HandOverOutputs {
        let folder = try OutputFolder(path)
        let shares = HandOverShare.all([Int](repeating: 1_000, count: count))
        for index in 0..<count {
            let own = try plan(index)
            do throws(KioskError) {
                let inside = "\(folder.readingPath)/\(own.name)"
                try folder.adopt(try write(own.plan, to: inside, shares[index]), as: own.name)
            } catch {
                throw error.named(path, for: folder.readingPath)
            }
        }
        try folder.appear()
        return HandOverOutputs(paths: [path], isOpenToAll: folder.isOpenToAll)
    }

    private func write(_ plan: HandOverPlan, to path: String, _ share: HandOverShare)
        throws(KioskError) -> any WholeOutput
    {
        let job = HandOverJob(
            plan: plan, path: path, isReplacing: isReplacing,
            contents: HandOverContents(plan, source),
            report: { [report] progress throws(KioskError) in
                try report(share.of(progress))
            })
        return try job.write(on: medium)
    }

    /// What stands under the names that follow those of so many volumes; of a single one all that are numbered.
    private func earlier(than count: Int, _ path: String) -> [String] {
        let numbers = (count > 1 ? count + 1 : 1)...
        return Array(
            numbers.lazy.map { numbered(path, $0) }.prefix { FileAccess.exists($0) })
    }

    /// `out-2.iso` of `out.iso`.
    private func numbered(_ path: String, _ number: Int) -> String {
        let suffix = medium.suffix
        guard !suffix.isEmpty, path.hasSuffix(suffix) else { return "\(path)-\(number)" }
        return "\(path.dropLast(suffix.count))-\(number)\(suffix)"
    }
}

extension KioskError {
    /// The same of what was reached by another path.
    fileprivate func named(_ path: String, for own: String) -> KioskError {
        guard subject.hasPrefix(own) else { return self }
        return KioskError(code, path + subject.dropFirst(own.count), detail: detail)
    }
}
