using System.Diagnostics;
using System.Reflection;
using MovieRec.Api.Catalogues;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Titles;

namespace MovieRec.LocalHost.Standalone;

/// <summary>The catalogue of <c>data/</c>, embedded in this program, and its loading into the storage.</summary>
internal sealed class EmbeddedCatalogue(CatalogueCache catalogue, ITitleRecords records, ISnapshotStore snapshots, ILogger log)
{
    private static readonly string[] s_files = ["catalogue-movies.jsonl", "catalogue-tv.jsonl"];

    /// <summary>Returns whether the storage has no readable titles, or embedded ones of another version.</summary>
    public async Task<bool> IsWantedAsync(CancellationToken cancellationToken)
    {
        var held = await catalogue.CurrentAsync(cancellationToken);
        return held.Catalogue.Count == 0 || (held.IsEmbedded && held.Catalogue.Version != Version());
    }

    /// <summary>Loads the embedded titles if they are wanted; leaves any other catalogue unchanged.</summary>
    public async Task LoadAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        if (!await IsWantedAsync(cancellationToken))
            return;

        var before = (await catalogue.CurrentAsync(cancellationToken)).Catalogue;
        var started = Stopwatch.GetTimestamp();
        await progress.WriteAsync("Loading the catalogue ... ");
        var titles = Read().ToList();
        await records.WriteAsync(titles.ConvertAll(title => new TitleRecord(title)), cancellationToken);
        var content = new CatalogueContent(Version(), titles) { Aliases = EmbeddedAliases.Create(titles) };
        await new CataloguePublisher(snapshots, log).PublishAsync(content, cancellationToken);
        var kept = titles.ConvertAll(title => title.Key).ToHashSet();
        await records.RemoveAsync(
            [.. Enumerable.Range(0, before.Count).Select(row => before[row].Key).Where(key => !kept.Contains(key))], cancellationToken);
        catalogue.Expire();
        await progress.WriteLineAsync($"{titles.Count:N0} titles in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");
    }

    /// <summary>Computes the version of the embedded data from its content.</summary>
    private static string Version()
    {
        var files = Array.ConvertAll(s_files, Open);
        try
        {
            return CatalogueLines.GetVersion(files);
        }
        finally
        {
            foreach (var file in files)
                file.Dispose();
        }
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
