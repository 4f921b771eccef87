import Foundation

/// Who has a camera, and who may: what makes "busy" and "no permission" something to act upon.
enum CameraHolder {
    /// The other program that has a device open, as far as this user may see it: `cheese (1234)`.
    static func name(of path: String) -> String? {
        guard let wanted = number(of: path) else { return nil }
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        for process in processes.compactMap({ Int32($0) }).sorted() where process != getpid() {
            if holds(process, wanted) { return "\(command(process)) (\(process))" }
        }
        return nil
    }

    /// The group that may use a device: `video`.
    static func group(of path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0, let entry = getgrgid(status.st_gid) else { return nil }
        return String(cString: entry.pointee.gr_name)
    }

    private static func number(of path: String) -> dev_t? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFCHR else { return nil }
        return status.st_rdev
    }

    private static func holds(_ process: Int32, _ wanted: dev_t) -> Bool {
        let folder = "/proc/\(process)/fd"
        let open = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return open.contains { number(of: "\(folder)/\($0)") == wanted }
    }

    private static func command(_ process: Int32) -> String {
        let name = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
        return name?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "?"
    }
}
