using System.Text;
using MovieRec.Api.Outcomes;

namespace MovieRec.Cli.Importing;

/// <summary>Reads an export of any of the services and recognises which by its content.</summary>
internal static class ExportReader
{
    /// <summary>Maximum size of a file, and of the unpacked content of a zip file.</summary>
    public const long MostBytes = 100_000_000;

    private const string Known = "Letterboxd's CSV files or zip, IMDb's CSV files, or Trakt's JSON";

    /// <param name="path">The file.</param>
    /// <param name="said">The meaning of its rows, if the operator gives it; not used for the files of a zip.</param>
    /// <exception cref="ConfigurationException">The file cannot be used.</exception>
    public static IReadOnlyList<ImportedFile> Read(string path, RowMeaning? said)
    {
        var bytes = GetBytes(path);
        if (!bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return [ReadOne(path, bytes, said) ?? throw new ConfigurationException($"{path} is not an export: it must be one of {Known}.")];
        var files = ExportZip.Read(path, bytes, MostBytes).Select(file => ReadOfZip(file.Name, file.Bytes)).OfType<ImportedFile>().ToList();
        return files.Count > 0 ? files : throw new ConfigurationException($"{path} holds no known export: it must be one of {Known}.");
    }

    // The other files are still useful if one of them is not.
    private static ImportedFile? ReadOfZip(string name, byte[] bytes)
    {
        try
        {
            return ReadOne(name, bytes, said: null);
        }
        catch (ConfigurationException unusable)
        {
            return new ImportedFile(name, 0, [], [new LeftOut(name, 1, "", null, unusable.Message)]);
        }
    }

    private static ImportedFile? ReadOne(string name, byte[] bytes, RowMeaning? said)
    {
        var utf8 = Utf8(bytes);
        if (utf8.Span.TrimStart(" \t\r\n"u8) is [(byte)'[' or (byte)'{', ..])
            return TraktFile.Read(name, utf8, said);
        var table = CsvTable.Read(utf8);
        return LetterboxdFile.Read(name, table, said) ?? ImdbFile.Read(name, table, said);
    }

    private static byte[] GetBytes(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes })
                throw new ConfigurationException($"{path} is larger than {MostBytes / 1_000_000} MB: it is not an export.");
            return File.ReadAllBytes(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    // IMDb wrote Latin-1 until 2017.
    private static ReadOnlyMemory<byte> Utf8(byte[] bytes)
    {
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        return System.Text.Unicode.Utf8.IsValid(bytes) ? bytes.AsMemory(start) : Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(bytes));
    }
}
