using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace MovieRec.LocalHost.Site;

/// <summary>The built page of <c>web/</c>, served from its folder.</summary>
/// <remarks>
/// A path names a file in the folder. An address of the page itself gets the page, so that a link into it works; any other path gets
/// 404. The provider never leaves the folder and ignores files whose names begin with a dot.
/// </remarks>
internal sealed class BuiltPage : IDisposable
{
    private const string Index = "/index.html";

    /// <summary>Folder of files with a hash in their names, whose content never changes.</summary>
    private const string Immutable = "/assets/";

    private readonly PhysicalFileProvider _files;

    private BuiltPage(string folder) => _files = new PhysicalFileProvider(folder);

    /// <summary>Finds the page in this folder; null if there is none.</summary>
    public static BuiltPage? Find(string? folder) =>
        folder is not null && IsIn(folder) ? new BuiltPage(Path.GetFullPath(folder)) : null;

    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, Index[1..]));

    public IResult Respond(HttpContext context)
    {
        SecurityHeaders.ProtectPage(context.Response);
        var path = context.Request.Path.Value is null or "" or "/" ? Index : context.Request.Path.Value;
        var type = ContentTypes.Find(path);
        var asked = type is null ? null : Read(path);
        if (asked is null && IsNavigation(context.Request, path))
            (path, type, asked) = (Index, ContentTypes.Find(Index), Read(Index));
        if (asked is null)
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Text("Not found", "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        context.Response.Headers.CacheControl = path.StartsWith(Immutable, StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        var (file, encoding) = Smallest(context.Request, path, asked);
        if (encoding is not null)
            context.Response.Headers.ContentEncoding = encoding;
        return Results.File(file.PhysicalPath!, type, lastModified: file.LastModified, entityTag: Tag(file, encoding));
    }

    public void Dispose() => _files.Dispose();

    /// <summary>Returns whether a browser navigates to an address of the page and not to a file.</summary>
    private static bool IsNavigation(HttpRequest request, string path)
    {
        var mode = request.Headers["Sec-Fetch-Mode"].ToString();
        return (mode.Length == 0 || mode == "navigate")
            && request.Headers.Accept.Any(accept => accept is not null && accept.Contains("text/html", StringComparison.OrdinalIgnoreCase))
            && !path.StartsWith(Immutable, StringComparison.Ordinal)
            && !Path.HasExtension(path);
    }

    private IFileInfo? Read(string path) =>
        _files.GetFileInfo(path) is { Exists: true, IsDirectory: false, PhysicalPath: not null } file ? file : null;

    /// <summary>Returns the file that the build compressed, if the browser accepts it.</summary>
    /// <remarks>If there is a compressed file, every response has <c>Vary</c>, because it depends on the accepted encodings.</remarks>
    private (IFileInfo File, string? Encoding) Smallest(HttpRequest request, string path, IFileInfo plain)
    {
        var found = (plain, (string?)null);
        foreach (var (suffix, encoding) in new[] { (".gz", "gzip"), (".br", "br") })
        {
            if (Read(path + suffix) is not { } compressed || compressed.LastModified < plain.LastModified)
                continue;
            request.HttpContext.Response.Headers.Vary = HeaderNames.AcceptEncoding;
            if (Accepts(request, encoding))
                found = (compressed, encoding);
        }

        return found;
    }

    private static bool Accepts(HttpRequest request, string encoding) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var taken)
        && taken.Any(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0);

    private static EntityTagHeaderValue Tag(IFileInfo file, string? encoding) =>
        new($"\"{file.LastModified.ToUnixTimeMilliseconds():x}-{file.Length:x}{encoding}\"");
}
