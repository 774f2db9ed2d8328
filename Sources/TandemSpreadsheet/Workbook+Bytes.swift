internal import CXlsxwriter
internal import Foundation
internal import TandemDomain

/// A workbook could not be written; the reason in words of the library.
package struct WorkbookNotWritten: Error, Sendable {
    package let reason: String
}

extension Workbook {
    /// The file: written beside, since the library writes to files alone, and read back.
    ///
    /// - Throws: ``WorkbookNotWritten``, or an error of the file system.
    package func bytes() throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: "tandem-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        try write(to: file.path(percentEncoded: false))
        return [UInt8](try Data(contentsOf: file))
    }

    private func write(to path: String) throws(WorkbookNotWritten) {
        guard let book = unsafe workbook_new(path) else { throw WorkbookNotWritten(reason: "no workbook") }
        let formats = unsafe Formats(book)
        for sheet in sheets {
            if let page = unsafe workbook_add_worksheet(book, sheet.name) { unsafe sheet.write(to: page, formats) }
        }
        let result = unsafe workbook_close(book)
        guard result == LXW_NO_ERROR else {
            throw WorkbookNotWritten(reason: unsafe lxw_strerror(result).map { unsafe String(cString: $0) } ?? "")
        }
    }
}

/// How cells look; they belong to the workbook and go with it.
@unsafe private struct Formats {
    let header: UnsafeMutablePointer<lxw_format>?
    let day: UnsafeMutablePointer<lxw_format>?
    let number: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        unsafe header = workbook_add_format(book)
        unsafe format_set_bold(header)
        unsafe format_set_text_wrap(header)
        unsafe format_set_align(header, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        unsafe format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
        unsafe day = workbook_add_format(book)
        unsafe format_set_num_format(day, "dd/mm/yyyy")
        unsafe number = workbook_add_format(book)
        unsafe format_set_num_format(number, "#,##0")
        unsafe text = workbook_add_format(book)
        unsafe format_set_text_wrap(text)
        unsafe format_set_align(text, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
}

extension Workbook.Sheet {
    /// How a spreadsheet counts the day 1 January 1970.
    private static let firstDay = 25_569.0

    fileprivate func write(to page: UnsafeMutablePointer<lxw_worksheet>, _ formats: Formats) {
        for (index, column) in columns.enumerated() {
            let place = UInt16(index)
            _ = unsafe worksheet_set_column(page, place, place, Double(column.width), nil)
            _ = unsafe worksheet_write_string(page, 0, place, column.title, formats.header)
        }
        unsafe worksheet_freeze_panes(page, 1, 0)
        for (index, row) in rows.enumerated() {
            for (place, cell) in row.enumerated() {
                unsafe write(cell, UInt32(index + 1), UInt16(place), to: page, formats)
            }
        }
    }

    /// A text goes in as a text: the library makes no formula of it.
    private func write(
        _ cell: Workbook.Cell,
        _ row: UInt32,
        _ column: UInt16,
        to page: UnsafeMutablePointer<lxw_worksheet>,
        _ formats: Formats
    ) {
        switch cell {
        case .text(let text): _ = unsafe worksheet_write_string(page, row, column, text, formats.text)
        case .number(let number):
            _ = unsafe worksheet_write_number(page, row, column, Double(number), formats.number)
        case .day(let day):
            let number = Double(day.number) + Self.firstDay
            _ = unsafe worksheet_write_number(page, row, column, number, formats.day)
        case .empty: return
        }
    }
}
