internal import TandemActions

/// A document of the demonstration: a PDF of one page that says what it stands for.
func demoDocument(_ title: String) -> Upload {
    let text = "BT /F1 18 Tf 60 760 Td (\(title)) Tj 0 -30 Td /F1 12 Tf (Voorbeelddocument van de demonstratie.) Tj ET"
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        """
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
        /Resources << /Font << /F1 5 0 R >> >> >>
        """,
        "<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
        offsets.append(file.utf8.count)
        file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { file += "\(String(repeating: "0", count: 10 - String(offset).count))\(offset) 00000 n \n" }
    file += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Upload(fileName: "\(title).pdf", bytes: Array(file.utf8))
}
