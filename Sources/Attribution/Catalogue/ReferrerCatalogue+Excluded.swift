extension ReferrerCatalogue {
    /// The payment and sign-in pages that a visitor passes through without beginning a new session.
    public static let excludedReferrers = """
        paypal.com stripe.com klarna.com affirm.com afterpay.com clearpay.co.uk sezzle.com zip.co squareup.com
        square.link authorize.net braintreegateway.com adyen.com worldpay.com opayo.co.uk mollie.com razorpay.com
        payu.com paytm.com mercadopago.com checkout.com 2checkout.com payments.amazon.com pay.amazon.com
        pay.google.com pay.shopify.com wepay.com gocardless.com sofort.com giropay.de carecredit.com withcherry.com
        patientfi.com cardinalcommerce.com arcot.com securesuite.co.uk 3dsecure.io accounts.google.com
        appleid.apple.com login.microsoftonline.com login.live.com login.yahoo.com auth0.com okta.com onelogin.com
        """.split(whereSeparator: \.isWhitespace).map(String.init)
}
