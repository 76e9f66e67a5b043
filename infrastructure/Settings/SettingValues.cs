using System.Text;

namespace MovieRec.Infrastructure.Settings;

/// <summary>
/// The values by key: from the context (<c>-c userPoolId=...</c>, <c>cdk.json</c>), else from the environment under the key in upper
/// case (<c>USER_POOL_ID</c>). An empty value is one that is not there.
/// </summary>
/// <param name="context">Reads the CDK's context.</param>
/// <param name="environment">Reads an environment variable.</param>
public sealed class SettingValues(Func<string, object?> context, Func<string, string?> environment)
{
    /// <summary>The text of a value; null where there is none. Numbers and truth values of <c>cdk.json</c> become text.</summary>
    public string? Find(string key) => Raw(key) is { } value && Convert.ToString(value)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The value as it came, which an object in <c>cdk.json</c> is needed for.</summary>
    public object? Raw(string key) => context(key) is { } value && value is not "" ? value : environment(ToVariable(key));

    /// <summary><c>userPoolId</c> → <c>USER_POOL_ID</c>.</summary>
    public static string ToVariable(string key)
    {
        var name = new StringBuilder(key.Length + 4);
        foreach (var letter in key)
        {
            if (char.IsAsciiLetterUpper(letter))
                name.Append('_');
            name.Append(char.ToUpperInvariant(letter));
        }

        return name.ToString();
    }
}
