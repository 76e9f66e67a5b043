using MovieRec.Api.Outcomes;
using MovieRec.Sqlite.Files;

namespace MovieRec.Sqlite.Database;

/// <summary>Folder of all data of a service on one machine.</summary>
/// <param name="path">The folder; it need not exist.</param>
public sealed class DataFolder(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Database => System.IO.Path.Combine(Path, "movierec.db");

    public string Model => System.IO.Path.Combine(Path, "model.bin");

    /// <summary>Folder of the emulators' data, used when the packaged functions run.</summary>
    public string Packaged => System.IO.Path.Combine(Path, "packaged");

    /// <summary>Creates the folder if missing, and makes it and its files private to the user that runs the program.</summary>
    /// <returns>Files and folders that other users could read or write until now.</returns>
    /// <exception cref="ConfigurationException">The folder cannot be used; the message is one sentence.</exception>
    public IReadOnlyList<string> Secure()
    {
        try
        {
            PrivateFile.CreateFolder(Path);
            // Only the service's own files, since the folder may hold others too.
            string[] own = [.. Directory.GetFiles(Path, "movierec.db*"), .. Directory.GetFiles(Path, "model.bin*")];
            return [.. own.Prepend(Path).Where(PrivateFile.Tighten)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StartFailure.Create(Database, exception);
        }
    }
}
