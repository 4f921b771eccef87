import CSystem
import CXLSXWriter
import Foundation
import KioskCore

/// libxlsxwriter's writer of workbooks for spreadsheet programs.
enum Workbook {
    /// A table as a workbook of one sheet: every cell a text, so that nothing is computed and no number of twenty digits
    /// becomes an amount. The same table and time give the same bytes.
    ///
    /// Nothing of it is on a disk meanwhile: the library's own files are in memory too.
    ///
    /// - Throws: `disc.write`.
    static func bytes(of table: HandOverTable, at time: ShotTime) throws(KioskError) -> [UInt8] {
        let file = csystem_memory_file()
        guard file >= 0 else { throw KioskError(.discWrite, "manifest.xlsx") }
        defer { close(file) }
        guard write(table, at: time, to: "/proc/self/fd/\(file)") else {
            throw KioskError(.discWrite, "manifest.xlsx")
        }
        return try FileAccess.read("/proc/self/fd/\(file)")
    }

    private static func write(_ table: HandOverTable, at time: ShotTime, to path: String) -> Bool {
        var memory = Array("/dev/shm".utf8CString)
        return memory.withUnsafeMutableBufferPointer { folder in
            var options = lxw_workbook_options()
            // Row after row, so that the longest table takes no more memory than a line.
            options.constant_memory = 1
            options.tmpdir = FileAccess.isFolder("/dev/shm") ? folder.baseAddress : nil
            guard let book = workbook_new_opt(path, &options) else { return false }
            var properties = lxw_doc_properties()
            properties.created = time_t(time.unixSeconds)
            workbook_set_properties(book, &properties)
            fill(book, table)
            return workbook_close(book) == LXW_NO_ERROR
        }
    }

    private static func fill(_ book: UnsafeMutablePointer<lxw_workbook>, _ table: HandOverTable) {
        guard let sheet = workbook_add_worksheet(book, "manifest") else { return }
        let bold = workbook_add_format(book)
        format_set_bold(bold)
        worksheet_freeze_panes(sheet, 1, 0)
        let first = table.count > 0 ? table.row(0) : table.header
        for (column, title) in table.header.enumerated() {
            let width = min(40, max(8, title.count + 2, first[column].count))
            worksheet_set_column(
                sheet, lxw_col_t(column), lxw_col_t(column), Double(width), nil)
            worksheet_write_string(sheet, 0, lxw_col_t(column), title, bold)
        }
        for row in 0..<table.count {
            for (column, cell) in table.row(row).enumerated() {
                worksheet_write_string(sheet, lxw_row_t(row + 1), lxw_col_t(column), cell, nil)
            }
        }
    }
}
