using System.IO.Compression;
using MovieRec.Api.Outcomes;

namespace MovieRec.Cli.Importing;

/// <summary>The useful files of a zipped export: Letterboxd's by their names, and Trakt's JSON.</summary>
internal static class ExportZip
{
    private const int MostEntries = 10_000;

    private static readonly string[] s_letterboxd = ["watched.csv", "ratings.csv", "diary.csv", "watchlist.csv", "likes/films.csv"];

    /// <summary>Reads the names and contents of the files.</summary>
    /// <remarks>The bytes are counted while unpacking, as an entry's header may be wrong: at most <paramref name="mostBytes"/> are
    /// unpacked.</remarks>
    /// <exception cref="ConfigurationException">The zip is broken, or larger than allowed.</exception>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Read(string path, byte[] zip, long mostBytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries)
                throw new ConfigurationException($"{path} holds more than {MostEntries:N0} files: it is not an export.");
            var files = new List<(string, byte[])>();
            foreach (var entry in archive.Entries.Where(entry => IsWanted(entry.FullName)))
            {
                var bytes = Unpack(path, entry, mostBytes);
                mostBytes -= bytes.Length;
                files.Add(($"{Path.GetFileName(path)}/{entry.FullName}", bytes));
            }
            return files;
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException)
        {
            throw new ConfigurationException($"{path} is a broken zip file: {broken.Message}", broken);
        }
    }

    // An export that was zipped again may be in a folder. Letterboxd's folders deleted/ and orphaned/ hold files of the same names.
    private static bool IsWanted(string name) =>
        name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || Array.Exists(s_letterboxd, wanted => name == wanted || IsInFolder(name, wanted));

    private static bool IsInFolder(string name, string wanted) =>
        name.EndsWith($"/{wanted}", StringComparison.Ordinal) && name[..^(wanted.Length + 1)] is var folder
        && !folder.Contains('/', StringComparison.Ordinal) && folder is not ("deleted" or "orphaned" or "__MACOSX" or "likes" or "lists");

    private static byte[] Unpack(string path, ZipArchiveEntry entry, long mostBytes)
    {
        using var stream = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (unpacked.Length + read > mostBytes)
            {
                throw new ConfigurationException(
                    $"{path} unpacks to more than {ExportReader.MostBytes / 1_000_000} MB: it is not an export.");
            }
            unpacked.Write(buffer, 0, read);
        }
        return unpacked.ToArray();
    }
}
