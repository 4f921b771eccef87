import KioskCore

/// A camera's controls as kiosk.conf wants them, and as they were.
struct ControlDesk {
    private let portrait: [UInt32: Int]
    private let scan: [UInt32: Int]
    /// The values of everything that is touched, before it was.
    private let original: [UInt32: Int]
    private let isTouched: Bool

    /// Checks what is wanted against what the driver has.
    ///
    /// - Throws: `camera.control`, `config.range`, `config.type`, each with the line.
    init(_ request: CameraRequest, of device: borrowing CameraDevice) throws(KioskError) {
        isTouched = !request.portraitControls.isEmpty || !request.scanControls.isEmpty
        let controls = isTouched ? device.controls() : []
        portrait = try ControlPlan(request.portraitControls, of: controls).values
        scan = try ControlPlan(request.scanControls, of: controls).values
        let touched = Set(portrait.keys).union(scan.keys)
        original = controls.reduce(into: [:]) { values, control in
            if touched.contains(control.id) { values[control.id] = control.value }
        }
    }

    /// Whether reading codes wants anything else than taking portraits.
    var differs: Bool { !scan.isEmpty }

    /// Sets what a purpose wants; what only the other one wanted goes back to what it was.
    func use(_ purpose: CameraPurpose, on device: borrowing CameraDevice) {
        guard isTouched else { return }
        var values = original.merging(portrait) { $1 }
        if purpose == .scan { values.merge(scan) { $1 } }
        device.write(ControlPlan(restoring: values))
    }

    /// Sets everything to what it was.
    func restore(on device: borrowing CameraDevice) {
        guard isTouched else { return }
        device.write(ControlPlan(restoring: original))
    }
}
