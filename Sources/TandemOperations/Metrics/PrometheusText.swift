/// Writes metrics in the text format of Prometheus, version 0.0.4: families by name, series by label.
package func prometheusText(_ snapshots: [MetricSnapshot]) -> String {
    snapshots.filter { !$0.series.isEmpty }.sorted { $0.family.name < $1.family.name }
        .map(familyText).joined()
}

private func familyText(_ snapshot: MetricSnapshot) -> String {
    let name = metricName(snapshot.family.name)
    let help = escaped(snapshot.family.help, quotes: false)
    var text = "# HELP \(name) \(help)\n# TYPE \(name) \(snapshot.family.kind.rawValue)\n"
    for (labels, value) in snapshot.series.sorted(by: { $0.key < $1.key }) {
        text += seriesText(name, labels, value, bounds: snapshot.family.buckets)
    }
    return text
}

private func seriesText(_ name: String, _ labels: MetricLabels, _ value: MetricValue, bounds: [Double]) -> String {
    switch value {
    case .number(let number): return "\(name)\(labelText(labels)) \(numberText(number))\n"
    case .histogram(let counts, let sum):
        var text = ""
        var total = 0
        for (count, bound) in zip(counts, bounds + [.infinity]) {
            total += count
            text += "\(name)_bucket\(labelText(labels, bound: bound)) \(total)\n"
        }
        return text + "\(name)_sum\(labelText(labels)) \(numberText(sum))\n\(name)_count\(labelText(labels)) \(total)\n"
    }
}

private func labelText(_ labels: MetricLabels, bound: Double? = nil) -> String {
    var parts = labels.pairs.map { "\(labelName($0.name))=\"\(escaped($0.value, quotes: true))\"" }
    if let bound { parts.append("le=\"\(numberText(bound))\"") }
    return parts.isEmpty ? "" : "{\(parts.joined(separator: ","))}"
}

private func numberText(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number > 0 ? "+Inf" : "-Inf" }
    // Whole numbers are exact up to 2^53 and read better without a fraction.
    return number == number.rounded() && abs(number) < 9_007_199_254_740_992 ? String(Int64(number)) : String(number)
}

private func escaped(_ text: String, quotes: Bool) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    return quotes ? escaped.replacing("\"", with: "\\\"") : escaped
}

/// Letters, digits, underscores and colons, and no digit in front; the rest becomes an underscore.
private func metricName(_ name: String) -> String { cleaned(name, besides: ":") }

private func labelName(_ name: String) -> String { cleaned(name, besides: "") }

private func cleaned(_ name: String, besides allowed: String) -> String {
    let letters = name.unicodeScalars.map { scalar -> Unicode.Scalar in
        let isWord = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        return isWord || scalar == "_" || allowed.unicodeScalars.contains(scalar) ? scalar : "_"
    }
    let text = String(String.UnicodeScalarView(letters))
    return text.first?.isNumber == false ? text : "_\(text)"
}
