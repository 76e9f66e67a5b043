using MovieRec.Api;

namespace MovieRec.Aws.UserPool;

/// <summary>Cognito operations that each function calls through <see cref="CognitoUserPool"/>.</summary>
public static class UserPoolOperations
{
    /// <summary>Returns the operations of a function; empty if it does not call Cognito.</summary>
    public static IReadOnlyList<string> Get(FunctionName function) => function switch
    {
        FunctionName.Signup => ["ConfirmSignUp", "ResendConfirmationCode", "SignUp"],
        FunctionName.Signin => ["InitiateAuth"],
        FunctionName.RefreshToken => ["GetTokensFromRefreshToken", "InitiateAuth"],
        _ => [],
    };
}
