namespace MovieRec.Sqlite.Files;

/// <summary>Files and folders private to the user that runs the program: they contain the signing key, tokens and lists.</summary>
public static class PrivateFile
{
    private const UnixFileMode FileMode600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderMode700 = FileMode600 | UnixFileMode.UserExecute;
    private const UnixFileMode Others = ~FolderMode700;

    /// <summary>Creates a folder, and those above it, if missing.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, FolderMode700);
    }

    /// <summary>Opens a file; one that is created is private from its first byte.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access = FileAccess.Write, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        if (!OperatingSystem.IsWindows() && mode != FileMode.Open)
            options.UnixCreateMode = FileMode600;
        return new FileStream(path, options);
    }

    /// <summary>Replaces a file as a whole: readers see the old content or the new, also after a loss of power.</summary>
    public static async Task ReplaceAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var next = path + ".next";
        File.Delete(next);
        await using (var file = Open(next, FileMode.CreateNew))
        {
            await file.WriteAsync(content, cancellationToken);
            await file.FlushAsync(cancellationToken);
            RandomAccess.FlushToDisk(file.SafeFileHandle);
        }
        File.Move(next, path, overwrite: true);
    }

    /// <summary>Removes all permissions of other users on a file or folder.</summary>
    /// <returns>True if other users had any.</returns>
    /// <exception cref="UnauthorizedAccessException">The file or folder belongs to another user.</exception>
    public static bool Tighten(string path)
    {
        if (OperatingSystem.IsWindows())
            return false;
        var mode = File.GetUnixFileMode(path);
        if ((mode & Others) == UnixFileMode.None)
            return false;
        File.SetUnixFileMode(path, mode & ~Others);
        return true;
    }
}
