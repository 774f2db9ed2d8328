internal import TandemActions

/// What a visitor mends in the form he sent; every other error goes on to a page of its own.
///
/// - Throws: the error itself, where the form cannot mend it.
func formErrors(_ error: any Error) throws -> FormErrors {
    if let errors = error as? FormErrors { return errors }
    if let refusal = error as? Refusal, refusal.explanation.kind == .invalid { return FormErrors(refusal) }
    throw error
}

extension UploadedFile {
    /// The file as an act takes it.
    var upload: Upload { Upload(fileName: name, bytes: bytes) }
}

extension FormData {
    /// A file that was chosen; browsers send an empty one where none was.
    func upload(_ field: String) -> Upload? {
        guard let file = file(field), !file.name.isEmpty || !file.bytes.isEmpty else { return nil }
        return file.upload
    }
}
