import Foundation
import KioskCore

/// Which camera a device node belongs to, by what stays when it is plugged in again: the number
/// behind /dev/video does not.
struct CameraIdentity: Hashable {
    /// The name the operator gave: a device or a link to one.
    let path: String
    /// Links to it that udev made of maker, model and serial number (`/dev/v4l/by-id/…`).
    let links: [String]
    /// USB vendor, product and serial number, where it is a USB camera.
    let usb: USB?
    /// Which of the camera's nodes it is (sysfs `index`): a second one streams metadata.
    let index: String?

    struct USB: Hashable {
        let vendor: String
        let product: String
        let serial: String?
    }

    /// The identity of the camera behind a path at this moment.
    init(path: String) {
        let node = CameraNode(path: path)
        self.path = path
        links = node?.links(in: "/dev/v4l/by-id") ?? []
        usb = node?.usb
        index = node?.index
    }

    /// Paths at which the same camera may be by now, the surest first. A plain /dev/videoN may be
    /// another camera's by now; a link is made for the one.
    var candidates: [String] {
        var paths = links.filter(FileAccess.exists)
        if let usb {
            paths += CameraNode.all().filter { $0.usb == usb && $0.index == index }.map(\.path)
        }
        if usb == nil || Self.isLink(path) { paths.append(path) }
        return paths.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT == S_IFLNK : true
    }
}

/// A V4L2 node of this machine, as sysfs describes it.
struct CameraNode {
    /// `/dev/video0`.
    let path: String
    private let name: String
    private var folder: String { "/sys/class/video4linux/\(name)" }

    /// The node behind a path or a link; nil where there is none.
    init?(path: String) {
        let name = URL(fileURLWithPath: path).resolvingSymlinksInPath().lastPathComponent
        guard FileAccess.exists("/sys/class/video4linux/\(name)") else { return nil }
        self.name = name
        self.path = "/dev/\(name)"
    }

    /// Every video node, by number.
    static func all() -> [CameraNode] {
        let names = (try? FileAccess.names(in: "/sys/class/video4linux")) ?? []
        return names.filter { $0.hasPrefix("video") }
            .sorted { (Int($0.dropFirst(5)) ?? 0) < (Int($1.dropFirst(5)) ?? 0) }
            .compactMap { CameraNode(path: "/dev/\($0)") }
    }

    /// Which of its camera's nodes it is.
    var index: String? { Self.text(folder + "/index") }

    /// USB vendor, product and serial number: those of the nearest device above that has them.
    var usb: CameraIdentity.USB? {
        var place = URL(fileURLWithPath: folder + "/device").resolvingSymlinksInPath()
        while place.path.hasPrefix("/sys/devices/") {
            if let vendor = Self.text(place.path + "/idVendor"),
                let product = Self.text(place.path + "/idProduct")
            {
                let serial = Self.text(place.path + "/serial")
                return CameraIdentity.USB(vendor: vendor, product: product, serial: serial)
            }
            place.deleteLastPathComponent()
        }
        return nil
    }

    /// The links of a folder that lead here.
    func links(in folder: String) -> [String] {
        let names = (try? FileAccess.names(in: folder)) ?? []
        return names.map { "\(folder)/\($0)" }.filter {
            URL(fileURLWithPath: $0).resolvingSymlinksInPath().path == path
        }
    }

    private static func text(_ path: String) -> String? {
        let text = try? String(contentsOfFile: path, encoding: .utf8)
        return text?.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
