import Foundation
public import KioskCore

/// Where sessions are kept: one SQLite file each, `NAME.kiosk`.
public struct SessionFiles: Sendable {
    /// The folder.
    public let folder: String

    /// The folder named on the command line, else that of kiosk.conf, else
    /// `$XDG_DATA_HOME/kiosk`, else `~/.local/share/kiosk`.
    public init(named: String?, config: KioskConfig) {
        folder = named ?? config.sessionFolder ?? Self.standardFolder()
    }

    private static func standardFolder() -> String {
        let environment = ProcessInfo.processInfo.environment
        let data = environment["XDG_DATA_HOME"] ?? (environment["HOME"] ?? "") + "/.local/share"
        return data + "/kiosk"
    }

    /// The file of a session.
    public func path(of name: SessionName) -> String { "\(folder)/\(name).kiosk" }

    /// The folder that the counter writes discs into.
    public func discs(_ config: KioskConfig) -> String {
        config.exportFolder ?? folder + "/discs"
    }

    /// The names of the sessions there are, sorted.
    ///
    /// - Throws: `file.permission` or `file.read`.
    public func names() throws(KioskError) -> [SessionName] {
        guard FileAccess.isFolder(folder) else { return [] }
        return try FileAccess.names(in: folder).filter { $0.hasSuffix(".kiosk") }
            .compactMap { try? SessionName(String($0.dropLast(6))) }
    }
}
