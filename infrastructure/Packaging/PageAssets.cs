using System.Text.Json;
using System.Text.Json.Nodes;
using MovieRec.Api.Outcomes;

namespace MovieRec.Infrastructure.Packaging;

/// <summary>The built page.</summary>
/// <param name="Folder">Folder with <c>index.html</c>, and with <c>assets/</c>, whose file names contain a hash.</param>
public sealed record PageAssets(string Folder)
{
    /// <summary>Address of posters, for <c>config.json</c>; its origin is in the page's Content-Security-Policy.</summary>
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

    /// <summary>Copies the deployed files and writes <c>config.json</c> with the address of this deployment's API.</summary>
    /// <remarks>Compressed files are not copied, since CloudFront compresses itself, nor are the build's notes, whose names begin with a
    /// dot.</remarks>
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
