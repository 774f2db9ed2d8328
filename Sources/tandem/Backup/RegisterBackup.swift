internal import Foundation
internal import TandemSQL
internal import TandemSQLite

/// Backs a register on SQLite up into one file, and brings it back.
struct RegisterBackup {
    /// The register.
    let register: String

    /// Copies the register into a file while others use it, checks the copy, and only then gives it its name.
    ///
    /// - Throws: ``BackupRefusal``, ``SQLError``; a file that was there before stays then.
    func backUp(to destination: String) async throws -> FileCheck {
        guard FileMoves.exists(register) else { throw BackupRefusal.noFile(register) }
        let partial = "\(destination).\(ProcessInfo.processInfo.processIdentifier).partial"
        try FileMoves.remove(partial)
        defer { try? FileMoves.remove(partial) }
        let database = try SQLiteDatabase(path: register)
        try await database.backUp(to: partial)
        try await database.close()
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: partial)
        let check = try await FileCheck(partial)
        guard check.problems.isEmpty else {
            let kept = "\(destination).unsound"
            try FileMoves.move(partial, to: kept)
            throw BackupRefusal.unsound(check, kept: kept)
        }
        try FileMoves.move(partial, to: destination)
        return check
    }

    /// Brings a backup to the place of the register: checked before, and looked at once more where it then stands.
    ///
    /// - Parameters:
    ///   - backup: the file.
    ///   - isReplacing: puts a register that is there aside, instead of refusing.
    ///   - now: part of the name of what is put aside.
    /// - Returns: what was restored, and where the register that was there lies now.
    /// - Throws: ``BackupRefusal``, ``SQLError``; the register that was there stays then.
    func restore(from backup: String, isReplacing: Bool, now: Date) async throws -> (check: FileCheck, aside: String?) {
        guard FileMoves.exists(backup) else { throw BackupRefusal.noFile(backup) }
        if FileMoves.hasUnsettled(backup) { throw BackupRefusal.isInUse(backup) }
        let isThere = FileMoves.exists(register) || FileMoves.hasUnsettled(register)
        if isThere && !isReplacing { throw BackupRefusal.isThere(register) }
        let partial = "\(register).restoring"
        try FileMoves.remove(partial)
        defer { try? FileMoves.remove(partial) }
        try FileManager.default.copyItem(atPath: backup, toPath: partial)
        try await SQLiteDatabase.settle(partial)
        let check = try await FileCheck(partial)
        guard check.problems.isEmpty else { throw BackupRefusal.unsound(check, kept: nil) }
        let aside = isThere ? try await putAside(now) : nil
        // What is left beside the place is empty, and belongs to a register that is gone.
        try FileMoves.remove(register)
        try FileMoves.move(partial, to: register)
        guard try await FileCheck(register) == check else { throw BackupRefusal.differs(register) }
        return (check, aside)
    }

    /// Moves the register that is there to a name that tells when.
    private func putAside(_ now: Date) async throws -> String {
        do {
            if FileMoves.exists(register) { try await SQLiteDatabase.settle(register) }
        } catch SQLError.busy {
            throw BackupRefusal.isInUse(register)
        } catch SQLError.unavailable {
            // It is damaged, which is a reason to restore: it goes aside with all that lies beside it.
        }
        let aside = "\(register).before-\(now.ISO8601Format().replacing(":", with: ""))"
        for suffix in [""] + FileMoves.besides where FileMoves.exists(register + suffix) {
            try FileMoves.move(register + suffix, to: aside + suffix)
        }
        return aside
    }
}
