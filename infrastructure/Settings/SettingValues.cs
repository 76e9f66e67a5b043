using System.Text;

namespace MovieRec.Infrastructure.Settings;

/// <summary>Values by key, from the CDK's context or from the environment.</summary>
/// <remarks>The context (<c>-c userPoolId=...</c>, <c>cdk.json</c>) comes first. The environment variable is the key in upper case
/// (<c>USER_POOL_ID</c>). An empty value counts as missing.</remarks>
/// <param name="context">Reader of the CDK's context.</param>
/// <param name="environment">Reader of environment variables.</param>
public sealed class SettingValues(Func<string, object?> context, Func<string, string?> environment)
{
    /// <summary>Returns the text of a value, also of numbers and booleans of <c>cdk.json</c>; null if there is none.</summary>
    public string? Find(string key) => Raw(key) is { } value && Convert.ToString(value)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Returns the value unconverted, for objects in <c>cdk.json</c>.</summary>
    public object? Raw(string key) => context(key) is { } value && value is not "" ? value : environment(ToVariable(key));

    /// <summary>Converts a key to a variable's name: <c>userPoolId</c> to <c>USER_POOL_ID</c>.</summary>
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
