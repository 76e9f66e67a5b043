using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using MovieRec.Api.Media;
using MovieRec.Engine.Titles;

namespace MovieRec.LocalHost.Catalogues;

/// <summary>The catalogue of <c>data/</c> that comes inside this program, and how it gets into the database.</summary>
internal static class EmbeddedCatalogue
{
    private static readonly string[] s_files = ["catalogue-movies.jsonl", "catalogue-tv.jsonl"];

    /// <summary>Names the embedded data by its content.</summary>
    private static string Version()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        foreach (var file in s_files)
        {
            using var stream = Open(file);
            int read;
            while ((read = stream.Read(buffer)) > 0)
                hash.AppendData(buffer, 0, read);
        }

        return LoadedCatalogue.EmbeddedPrefix + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    /// <summary>Whether a store has no titles, or older embedded ones.</summary>
    public static async Task<bool> IsWantedAsync(ITitleStore store, CancellationToken cancellationToken)
    {
        var held = await store.VersionAsync(cancellationToken);
        return held != Version() && (held == "empty" || held.StartsWith(LoadedCatalogue.EmbeddedPrefix, StringComparison.Ordinal));
    }

    /// <summary>Loads the embedded titles into a store that wants them; leaves any other catalogue alone.</summary>
    public static async Task LoadAsync(ITitleStore store, TextWriter progress, CancellationToken cancellationToken)
    {
        if (!await IsWantedAsync(store, cancellationToken))
            return;

        var started = Stopwatch.GetTimestamp();
        await progress.WriteAsync("Loading the catalogue ... ");
        var titles = Read().ToList();
        await store.WriteAsync(titles, Version(), cancellationToken);
        await progress.WriteLineAsync($"{titles.Count:N0} titles in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");
    }

    private static IEnumerable<Title> Read()
    {
        foreach (var file in s_files)
        {
            using var reader = new StreamReader(Open(file));
            foreach (var title in CatalogueLines.Read(reader))
                yield return title;
        }
    }

    private static Stream Open(string file) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
        ?? throw new InvalidOperationException($"{file} is not embedded; see MovieRec.LocalHost.csproj.");
}
