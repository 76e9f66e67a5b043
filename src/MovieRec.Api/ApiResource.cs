namespace MovieRec.Api;

/// <summary>Path of the API with its routes, one per method.</summary>
public sealed class ApiResource(string path, IReadOnlyList<Route> routes)
{
    /// <summary>The path below the stage, such as <c>/user/favourites</c>.</summary>
    public string Path { get; } = path;

    public IReadOnlyList<Route> Routes { get; } = routes;

    /// <summary>The methods that preflight allows, as the header field has them: those of the routes and OPTIONS.</summary>
    public string AllowedMethods { get; } = string.Join(',', routes.Select(route => route.Method).Append("OPTIONS"));

    /// <summary>Finds the route of a method, case-sensitive; null if there is none.</summary>
    public Route? Find(string method) => Routes.FirstOrDefault(route => route.Method == method);
}
