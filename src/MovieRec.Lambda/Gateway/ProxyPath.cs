namespace MovieRec.Lambda.Gateway;

/// <summary>
/// The path below the stage. The resource is it, whatever stage or base path of a domain the caller wrote before it; a resource with
/// parameters (<c>/{proxy+}</c>) says nothing, and the path does.
/// </summary>
internal static class ProxyPath
{
    public static string? Read(EventFields fields)
    {
        var resource = fields.ResourcePath ?? fields.Resource;
        return !string.IsNullOrEmpty(resource) && !resource.Contains('{', StringComparison.Ordinal)
            ? resource
            : WithoutStage(fields.Path, fields.Stage);
    }

    private static string? WithoutStage(string? path, string? stage) =>
        path is not null && !string.IsNullOrEmpty(stage) && path.StartsWith($"/{stage}/", StringComparison.Ordinal) ? path[(stage.Length + 1)..] : path;
}
