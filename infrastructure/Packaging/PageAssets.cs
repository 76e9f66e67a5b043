using System.Text.Json;
using System.Text.Json.Nodes;
using MovieRec.Api.Outcomes;

namespace MovieRec.Infrastructure.Packaging;

/// <summary>The page as <c>web/</c> was built.</summary>
/// <param name="Folder">With <c>index.html</c>, and <c>assets/</c> whose files have a hash in their names.</param>
public sealed record PageAssets(string Folder)
{
    /// <summary>Where posters come from, for <c>config.json</c>; its origin stands in the page's Content-Security-Policy.</summary>
    public static readonly Uri Images = new("https://image.tmdb.org/t/p");

    /// <exception cref="ConfigurationException">There is no built page.</exception>
    public static PageAssets In(string folder)
    {
        var index = Path.GetFullPath(Path.Combine(folder, "index.html"));
        return File.Exists(index)
            ? new PageAssets(Path.GetDirectoryName(index)!)
            : throw new ConfigurationException(
                $"{index} is missing: run web/make, or name a folder with a built page, such as -c webDist=../web/dist.");
    }

    /// <summary>
    /// Copies what is deployed: all but what the build compressed, since CloudFront compresses itself, and its notes, whose names begin
    /// with a dot; <c>config.json</c> says where the API of this deployment is.
    /// </summary>
    public void CopyTo(string target, Uri api)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            if (Path.GetExtension(file) is ".gz" or ".br" || Path.GetFileName(file).StartsWith('.'))
                continue;
            var copy = Path.Combine(target, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var config = new JsonObject { ["api"] = api.ToString().TrimEnd('/'), ["images"] = Images.ToString(), ["inbox"] = null };
        File.WriteAllText(
            Path.Combine(target, "config.json"), config.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
    }
}
