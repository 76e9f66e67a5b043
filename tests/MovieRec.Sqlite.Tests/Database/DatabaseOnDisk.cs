using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Sqlite.Database;
using MovieRec.TestKit;

namespace MovieRec.Sqlite.Tests.Database;

/// <summary>Database in a folder of the test.</summary>
public sealed class DatabaseOnDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <param name="file">Initial content of the file; null for none.</param>
    public DatabaseOnDisk(byte[]? file = null)
    {
        if (file is not null)
            File.WriteAllBytes(Path, file);
        Database = Open();
    }

    public string Path => _folder.File("movierec.db");

    public MovieRecDatabase Database { get; private set; }

    /// <summary>Opens another handle on the same file, as a second process would.</summary>
    public MovieRecDatabase Open() => MovieRecDatabase.Open(Path, NullLogger<MovieRecDatabase>.Instance);

    public MovieRecDatabase Reopen()
    {
        Database.Dispose();
        return Database = Open();
    }

    /// <summary>Reads the bytes of the file and of its log.</summary>
    public byte[] Bytes()
    {
        var bytes = new List<byte>();
        foreach (var file in Directory.GetFiles(_folder.Path))
        {
            // The database keeps its own files open, and locks parts of them.
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var buffer = new byte[stream.Length];
            stream.ReadExactly(buffer);
            bytes.AddRange(buffer);
        }
        return [.. bytes];
    }

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }
}
