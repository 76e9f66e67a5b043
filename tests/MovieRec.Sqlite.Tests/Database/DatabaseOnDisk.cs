using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Sqlite.Database;
using MovieRec.TestKit;

namespace MovieRec.Sqlite.Tests.Database;

/// <summary>A database in a folder of the test's own.</summary>
public sealed class DatabaseOnDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <param name="file">What the file holds at first; null for none.</param>
    public DatabaseOnDisk(byte[]? file = null)
    {
        if (file is not null)
            File.WriteAllBytes(Path, file);
        Database = Open();
    }

    public string Path => _folder.File("movierec.db");

    public MovieRecDatabase Database { get; private set; }

    /// <summary>Another handle on the same file, as a second process would have.</summary>
    public MovieRecDatabase Open() => MovieRecDatabase.Open(Path, NullLogger<MovieRecDatabase>.Instance);

    public MovieRecDatabase Reopen()
    {
        Database.Dispose();
        return Database = Open();
    }

    /// <summary>The bytes of the file and of its log.</summary>
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
