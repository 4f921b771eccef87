import CV4L2
import KioskCore

/// A camera's controls.
extension CameraDevice {
    /// Every control with its range and the value it has.
    func controls() -> [CameraControl] {
        var controls: [CameraControl] = []
        var entry = cv4l2_control()
        var last: UInt32 = 0
        while cv4l2_control_after(descriptor, last, &entry) == 0, entry.id > last {
            last = entry.id
            if let control = control(entry) { controls.append(control) }
        }
        return controls
    }

    private func control(_ entry: cv4l2_control) -> CameraControl? {
        let hidden = UInt32(V4L2_CTRL_FLAG_DISABLED)
        guard entry.flags & hidden == 0, entry.type != V4L2_CTRL_TYPE_CTRL_CLASS.rawValue else {
            return nil
        }
        var value: Int32 = 0
        let isRead = cv4l2_get_control(descriptor, entry.id, &value) == 0
        let title = withUnsafeBytes(of: entry.name) { Self.text($0) }
        let isReadOnly = entry.flags & UInt32(V4L2_CTRL_FLAG_READ_ONLY) != 0
        return CameraControl(
            id: entry.id, title: title, kind: kind(entry),
            range: Int(entry.minimum)...max(Int(entry.minimum), Int(entry.maximum)),
            step: Int(entry.step), fallback: Int(entry.fallback), value: isRead ? Int(value) : nil,
            isReadOnly: isReadOnly)
    }

    private func kind(_ entry: cv4l2_control) -> CameraControl.Kind {
        switch entry.type {
        case V4L2_CTRL_TYPE_INTEGER.rawValue: .number
        case V4L2_CTRL_TYPE_BOOLEAN.rawValue: .flag
        case V4L2_CTRL_TYPE_MENU.rawValue, V4L2_CTRL_TYPE_INTEGER_MENU.rawValue:
            .menu(items(entry))
        default: .other
        }
    }

    private func items(_ entry: cv4l2_control) -> [Int: String] {
        var items: [Int: String] = [:]
        for index in max(0, entry.minimum)...max(0, entry.maximum, entry.minimum) {
            var name = [CChar](repeating: 0, count: 33)
            var entry = entry
            guard cv4l2_menu_item(descriptor, &entry, UInt32(index), &name) == 0 else { continue }
            items[Int(index)] = name.withUnsafeBytes { Self.text($0) }
        }
        return items
    }

    /// Writes a plan. A control that the driver will not take now (a mode between two) is left as
    /// it is: no portrait is worse for it.
    func write(_ plan: ControlPlan) {
        for write in plan.writes {
            _ = cv4l2_set_control(descriptor, write.id, Int32(clamping: write.value))
        }
    }
}
