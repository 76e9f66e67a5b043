using MovieRec.Api;
using MovieRec.Aws.UserPool;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure.Functions;

/// <summary>The environment of a function: what its rows of the route table make it need, and nothing else. No secret is among it.</summary>
internal static class FunctionEnvironment
{
    /// <summary>Beside <c>bootstrap</c>: the few roots that AWS's certificates come from, instead of the system's 140, which take longer to
    /// read than all else of a start.</summary>
    private const string AmazonRoots = "/var/task/amazon-roots.pem";

    public static Dictionary<string, string> GetVariables(FunctionName function, StackSettings settings)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ALLOWED_ORIGINS"] = string.Join(',', settings.Cors.Origins),
        };
        if (FunctionAccess.Verifies(function) || UserPoolOperations.Get(function).Count > 0)
        {
            variables["USER_POOL_ID"] = settings.UserPoolId.Text;
            variables["USER_POOL_CLIENT_ID"] = settings.UserPoolClientId;
        }

        if (FunctionAccess.Verifies(function) && settings.UserPoolIssuer is { } issuer)
            variables["USER_POOL_ISSUER"] = issuer;
        foreach (var table in FunctionAccess.Reads(function, settings.Schedules).Union(FunctionAccess.Writes(function, settings.Schedules)))
            variables[SettingValues.ToVariable($"table{table}")] = settings.TableNames[table];
        // They call AWS alone; the media function calls TMDB, whose certificates may be of anybody's.
        if (function != FunctionName.MediaCache)
            variables["SSL_CERT_FILE"] = AmazonRoots;
        if (function == FunctionName.MediaCache && settings.TmdbParameter is { } parameter)
            variables["TMDB_PARAMETER"] = parameter;
        return variables;
    }
}
