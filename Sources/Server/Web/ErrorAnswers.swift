import HTTPTypes
import Hummingbird
import NIOCore

/// What a failure looks like to whoever called: JSON to programs, a page to people.
enum ErrorAnswers {
    static func show(
        _ status: HTTPResponse.Status, requestID: String, to request: Request, _ templates: Templates
    ) -> Response {
        let page = ErrorPage(
            status, requestID, theme: Theme(request), isForOutsiders: SharedAddress.covers(request))
        return show(page, status, requestID: requestID, to: request, templates)
    }

    static func show(
        _ page: ErrorPage, _ status: HTTPResponse.Status, requestID: String, to request: Request,
        _ templates: Templates
    ) -> Response {
        let wantsPage = request.headers[.accept]?.contains("text/html") ?? false
        let written = wantsPage ? try? templates.page(ErrorPage.template, page, status: status) : nil
        let answer = written ?? json(status, requestID: requestID)
        return SharedAddress.covers(request) ? SharedAddress.hidden(answer) : answer
    }

    private static func json(_ status: HTTPResponse.Status, requestID: String) -> Response {
        let text = """
            {"statusCode":\(status.code),"message":"\(status.reasonPhrase)","error":"\(status.reasonPhrase)",\
            "traceId":"\(requestID)"}
            """
        return Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
