using MovieRec.Api;
using MovieRec.Aws.UserPool;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure.Functions;

/// <summary>The environment of a function: what its rows of the route table make it need, and nothing else. No secret is among it.</summary>
internal static class FunctionEnvironment
{
    public static Dictionary<string, string> Of(FunctionName function, StackSettings settings)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ALLOWED_ORIGINS"] = string.Join(',', settings.Cors.Origins),
        };
        if (FunctionRows.Verifies(function) || UserPoolOperations.Of(function).Count > 0)
        {
            variables["USER_POOL_ID"] = settings.UserPoolId.Text;
            variables["USER_POOL_CLIENT_ID"] = settings.UserPoolClientId;
        }

        foreach (var table in FunctionRows.Reads(function, settings.Schedules).Union(FunctionRows.Writes(function, settings.Schedules)))
            variables[SettingValues.VariableOf($"table{table}")] = settings.TableNames[table];
        if (function == FunctionName.MediaCache && settings.TmdbParameter is { } parameter)
            variables["TMDB_PARAMETER"] = parameter;
        return variables;
    }
}
