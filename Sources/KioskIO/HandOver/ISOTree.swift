import CISOFS
import Foundation
import KioskCore

/// libisofs, opened once for the process.
enum ISOLibrary {
    /// Whether the library is there. Its own messages go nowhere: errors come back as codes.
    static let isOpen: Bool = {
        guard iso_init() >= 0 else { return false }
        var queue = Array("NEVER".utf8CString)
        var print = queue
        var abort = Array("MISHAP".utf8CString)
        var name = Array("kiosk".utf8CString)
        iso_set_msgs_severities(&queue, &print, &name)
        iso_set_abort_severity(&abort)
        var charset = Array("UTF-8".utf8CString)
        iso_set_local_charset(&charset, 0)
        return true
    }()
}

/// The tree of a disc's files in libisofs' memory.
struct ISOTree: ~Copyable {
    private let image: OpaquePointer
    private let plan: HandOverPlan

    /// Builds the tree of a plan.
    ///
    /// - Throws: `disc.write`.
    init(_ plan: HandOverPlan, contents: HandOverContents) throws(KioskError) {
        var opened: OpaquePointer?
        guard ISOLibrary.isOpen, iso_image_new(plan.volumeID, &opened) >= 0, let opened else {
            throw KioskError(.discWrite, plan.volumeID)
        }
        let builder = Builder(image: opened, contents: contents)
        do throws(KioskError) {
            try builder.add(plan)
        } catch {
            iso_image_unref(opened)
            throw error
        }
        image = opened
        self.plan = plan
    }

    deinit { iso_image_unref(image) }

    /// The image's bytes, made by a thread of libisofs while they are read.
    ///
    /// - Throws: `disc.write`.
    borrowing func burnSource() throws(KioskError) -> ISOBlocks {
        var options: OpaquePointer?
        guard iso_write_opts_new(&options, 0) >= 0, let options else {
            throw KioskError(.discWrite, plan.volumeID)
        }
        defer { iso_write_opts_free(options) }
        configure(options)
        var source: UnsafeMutablePointer<burn_source>?
        guard iso_image_create_burn_source(image, options, &source) >= 0, let source else {
            throw KioskError(.discWrite, plan.volumeID)
        }
        return ISOBlocks(source: source)
    }

    /// Level 2 with Rock Ridge and Joliet; every time and id that libisofs would take from the
    /// clock or the heap is given, so that the same plan gives the same bytes.
    private borrowing func configure(_ options: OpaquePointer) {
        let time = time_t(plan.time.unixSeconds)
        iso_write_opts_set_iso_level(options, 2)
        iso_write_opts_set_rockridge(options, 1)
        iso_write_opts_set_joliet(options, 1)
        iso_write_opts_set_joliet_longer_paths(options, 1)
        // Names in Joliet as they are: without `;1` and without a dot at their end.
        iso_write_opts_set_omit_version_numbers(options, 2)
        iso_write_opts_set_no_force_dots(options, 2)
        iso_write_opts_set_rrip_version_1_10(options, 1)
        iso_write_opts_set_dir_rec_mtime(options, 7)
        iso_write_opts_set_always_gmt(options, 1)
        iso_write_opts_set_replace_timestamps(options, 2)
        iso_write_opts_set_default_timestamp(options, time)
        iso_write_opts_set_replace_mode(options, 1, 1, 1, 1)
        iso_write_opts_set_default_dir_mode(options, 0o555)
        iso_write_opts_set_default_file_mode(options, 0o444)
        iso_write_opts_set_default_uid(options, 0)
        iso_write_opts_set_default_gid(options, 0)
        iso_write_opts_set_output_charset(options, "UTF-8")
        iso_write_opts_set_tail_blocks(options, UInt32(Medium.tail))
        var uuid = Array(stamp.utf8CString)
        iso_write_opts_set_pvd_times(options, time, time, 0, time, &uuid)
    }

    /// The volume's time as 16 digits, for the field that libisofs would fill from the clock.
    private var stamp: String {
        let civil = CivilTime(unixSeconds: plan.time.unixSeconds)
        return (civil.date + civil.time).filter(\.isNumber) + "00"
    }

    /// Adds folders and files to a new image.
    private struct Builder {
        let image: OpaquePointer
        let contents: HandOverContents

        func add(_ plan: HandOverPlan) throws(KioskError) {
            iso_image_set_volume_id(image, plan.volumeID)
            iso_image_set_application_id(image, "KIOSK")
            guard let root = iso_image_get_root(image) else {
                throw KioskError(.discWrite, plan.volumeID)
            }
            var folders: [String: OpaquePointer] = ["": root]
            // The library keeps a folder's files in a list by name and looks for each one's place from its beginning:
            // last names first, that is where it is.
            let inverse = plan.files.enumerated().sorted { $0.element.path > $1.element.path }
            for (index, file) in inverse {
                var parts = file.path.split(separator: "/").map(String.init)
                let name = parts.popLast() ?? ""
                let folder = try folder(parts, &folders, time: plan.time)
                try add(file, name: name, to: folder, serial: index + 1)
            }
            iso_node_set_mtime(root, time_t(plan.time.unixSeconds))
        }

        private func folder(
            _ parts: [String], _ known: inout [String: OpaquePointer],
            time: ShotTime
        ) throws(KioskError) -> OpaquePointer {
            let path = parts.joined(separator: "/")
            if let folder = known[path] { return folder }
            let above = try folder(Array(parts.dropLast()), &known, time: time)
            var made: OpaquePointer?
            guard iso_image_add_new_dir(image, above, parts.last ?? "", &made) >= 0, let made else {
                throw KioskError(.discWrite, Mask.digits(in: path))
            }
            iso_node_set_mtime(made, time_t(time.unixSeconds))
            iso_node_set_permissions(made, 0o555)
            known[path] = made
            return made
        }

        private func add(
            _ file: HandOverFile, name: String, to folder: OpaquePointer, serial: Int
        ) throws(KioskError) {
            guard let stream = ISOStream.make(file, contents: contents, serial: serial) else {
                throw KioskError(.discWrite, file.label)
            }
            var made: OpaquePointer?
            guard iso_image_add_new_file(image, folder, name, stream, &made) >= 0, let made else {
                iso_stream_unref(stream)
                throw KioskError(.discWrite, file.label)
            }
            iso_node_set_mtime(made, time_t(file.time.unixSeconds))
            iso_node_set_permissions(made, 0o444)
        }
    }
}
