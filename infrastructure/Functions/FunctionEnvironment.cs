using MovieRec.Api;
using MovieRec.Aws.UserPool;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure.Functions;

/// <summary>Environment variables of a function: only those that its routes and schedules need, and no secret.</summary>
internal static class FunctionEnvironment
{
    /// <summary>Root certificates of AWS's services, next to <c>bootstrap</c>.</summary>
    /// <remarks>They replace the system's 140, which take longer to read than the rest of a start.</remarks>
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
        // These functions call AWS only; the media function calls TMDB, whose certificates may come from any authority.
        if (function != FunctionName.MediaCache)
            variables["SSL_CERT_FILE"] = AmazonRoots;
        if (function == FunctionName.MediaCache && settings.TmdbParameter is { } parameter)
            variables["TMDB_PARAMETER"] = parameter;
        return variables;
    }
}
